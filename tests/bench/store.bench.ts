import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { Item, Store, Write } from '../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { percentile, timesOf, type Figure } from './figure.ts'

const itemsInAll = 300_000
const itemsInSmallList = 3000
const commits = 1000
const writesPerCommit = 12

/** The embedded store alone: durable commits, reads and pages of a list of 300 000 rows. */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  const file = join(directory.path, 'bench.sqlite')
  let store = openEmbeddedStore({ file })
  try {
    const figures = await measureCommits(store)
    await fill(store, 'large', itemsInAll)
    await fill(store, 'small', itemsInSmallList)
    await store.close()
    const start = performance.now()
    store = openEmbeddedStore({ file })
    await store.get(row('large', 1))
    const openMs = performance.now() - start
    return [
      ...figures,
      ...(await measureReads(store)),
      { name: 'store: open a file of 300 000 rows and read', value: openMs, unit: 'ms', budget: 500 },
      { name: 'store: file size', value: statSync(file).size / (itemsInAll + itemsInSmallList), unit: 'bytes/row' },
    ]
  } finally {
    await store.close()
    directory.remove()
  }
}

async function measureCommits(store: Store): Promise<Figure[]> {
  const alone = await timesOf(commits, (index) => store.commit(recordWrites('alone', index), crypto.randomUUID()))
  const aloneSeconds = alone.reduce((sum, ms) => sum + ms, 0) / 1000
  const start = performance.now()
  for (let batch = 0; batch < commits; batch += 100) {
    const tick = Array.from({ length: 100 }, (_, index) => recordWrites('together', batch + index))
    await Promise.all(tick.map((writes) => store.commit(writes, crypto.randomUUID())))
  }
  const togetherSeconds = (performance.now() - start) / 1000
  return [
    { name: 'store: durable commits of 12 items, one at a time', value: commits / aloneSeconds, unit: '/s' },
    { name: 'store: the same, 100 in a tick', value: commits / togetherSeconds, unit: '/s' },
    {
      name: 'store: 100 in a tick against one at a time',
      value: aloneSeconds / togetherSeconds,
      unit: 'x',
      budget: 1.5,
      moreIsBetter: true,
    },
  ]
}

async function measureReads(store: Store): Promise<Figure[]> {
  const anywhere = (index: number) => (index * 7919) % itemsInAll
  await timesOf(1000, (index) => store.query('large', { after: row('large', anywhere(index)).sk, limit: 50 }))
  const gets = await timesOf(20_000, (index) => store.get(row('large', anywhere(index))))
  const pages = await timesOf(2000, (index) =>
    store.query('large', { after: row('large', anywhere(index)).sk, limit: 50 }),
  )
  const first = await timesOf(500, () => store.query('large', { limit: 50 }))
  const last = await timesOf(500, () => store.query('large', { before: '\u{10ffff}', limit: 50, reverse: true }))
  const small = await timesOf(500, () => store.query('small', { limit: 50 }))
  const ratio = (times: readonly number[], other: readonly number[]) => percentile(times, 0.5) / percentile(other, 0.5)
  return [
    { name: 'store: get', value: 20_000 / (gets.reduce((sum, ms) => sum + ms, 0) / 1000), unit: '/s' },
    { name: 'store: page of 50 of 300 000, p50', value: percentile(pages, 0.5), unit: 'ms' },
    { name: 'store: page of 50 of 300 000, p99', value: percentile(pages, 0.99), unit: 'ms', budget: 4 },
    { name: 'store: last page against first', value: ratio(last, first), unit: 'x', budget: 1.3 },
    { name: 'store: first page, 300 000 against 3 000', value: ratio(first, small), unit: 'x', budget: 1.3 },
  ]
}

async function fill(store: Store, list: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += 10_000) {
    const commitsOfHundred = Array.from({ length: Math.min(100, (count - from) / 100) }, (_, commit) =>
      Array.from({ length: 100 }, (__, index): Write => ({ put: row(list, from + commit * 100 + index) })),
    )
    await Promise.all(commitsOfHundred.map((writes) => store.commit(writes, crypto.randomUUID())))
  }
}

function row(list: string, index: number): Item {
  const name = `Behandling ${String(index).padStart(7, '0')}`
  const data = { name, orgUnitId: `org_${index % 90}`, riskLevel: 'normal', legalRegimes: ['gdpr', 'pdl'] }
  return { pk: list, sk: name, body: { id: `act_${index}`, kind: 'activity', state: 'registered', revision: 3, data } }
}

function recordWrites(name: string, index: number): Write[] {
  const body = { index, text: 'Personuppgiftsbehandling i öppenvården. '.repeat(8) }
  return Array.from({ length: writesPerCommit }, (_, part) => ({
    put: { pk: `${name}#${index}`, sk: `part#${part}`, body, version: 1 },
    if: 'absent',
  }))
}
