import { equipment } from '../../functions/assets/equipment.ts'
import { keys } from '../../functions/register/keys.ts'
import { positionCursor } from '../../functions/register/list/cursor.ts'
import { assetAt, createDice, demoUnits } from '../support/bench-assets.ts'
import { type BenchProduct, type Caller, openBenchProduct } from '../support/bench-product.ts'
import { openFilledRegister } from '../support/filled-register.ts'
import { askedWords, bruteForce, type Asked } from './asset-questions.ts'
import { type Figure, percentile, timesOf } from './figure.ts'

const assets = Number(process.env['BENCH_ASSETS'] ?? 300_000)
const fewAssets = 3000
const requests = 1000
const checked = 60

/** P3 and P4: lists and searches over 300 000 assets of three kinds, at the app with sign-in. */
export async function measure(): Promise<Figure[]> {
  const large = await openAssets(assets)
  const small = await openAssets(fewAssets)
  try {
    const it = await large.product.signedIn('it')
    return [
      ...(await measureLists(large, it)),
      ...(await measureEnds(large, it, await small.product.signedIn('it'))),
      ...(await measureSearch(large, it)),
    ]
  } finally {
    await large.close()
    await small.close()
  }
}

interface Opened {
  product: BenchProduct
  units: string[]
  close(): Promise<void>
}

async function openAssets(count: number): Promise<Opened> {
  const register = await openFilledRegister(count, 'rows')
  const product = await openBenchProduct(register.path)
  const units = await demoUnits(product.core)
  const close = async () => {
    await product.close()
    register.remove()
  }
  return { product, units, close }
}

async function measureLists({ units }: Opened, read: Caller): Promise<Figure[]> {
  const dice = createDice(4711)
  const of = (list: readonly string[]): string => list[Math.floor(dice() * list.length)] as string
  const filters: readonly (() => string)[] = [
    () => `state=${of(['inOperation', 'storage', 'missing', 'introduction', 'outOfService'])}`,
    () => `orgUnit=${of(units)}`,
    () => `responsible=per_01JZSQVN${String(Math.floor(dice() * 2000)).padStart(18, '0')}`,
    () => `source=${of(['sccm', 'medusa', 'intune'])}`,
    () => `connected=${of(['yes', 'no'])}`,
    () => `personalData=${of(['yes', 'no', 'unknown'])}`,
    () => `classification=${of(['done', 'missing'])}`,
  ]
  const asked = (count: number) => (): string => {
    const chosen = filters.toSorted(() => dice() - 0.5).slice(0, count)
    const path = dice() < 0.5 ? '/api/assets' : '/api/equipment'
    return `${path}?${chosen.map((filter) => filter()).join('&')}`
  }
  const timed = async (name: string, count: number, budget: number): Promise<Figure[]> => {
    const path = asked(count)
    await timesOf(50, () => read(path()))
    const times = await timesOf(requests, () => read(path()))
    return [
      { name: `P3 list of 50, ${name}: p50`, value: percentile(times, 0.5), unit: 'ms' },
      { name: `P3 list of 50, ${name}: p99`, value: percentile(times, 0.99), unit: 'ms', budget },
    ]
  }
  return [
    ...(await timed('unfiltered', 0, 8)),
    ...(await timed('one filter', 1, 8)),
    ...(await timed('two filters', 2, 8)),
    ...(await timed('three or four filters', 3, 30)),
  ]
}

async function measureEnds({ product }: Opened, read: Caller, readFew: Caller): Promise<Figure[]> {
  const pk = keys.list(equipment, 'main', 'all')
  const { items } = await product.core.deps.store.query(pk, { reverse: true, limit: 51 })
  const last = `/api/equipment?cursor=${positionCursor(items[50]?.sk as string)}`
  const pages = [() => read('/api/equipment'), () => read(last), () => readFew('/api/equipment')] as const
  const times: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < requests; round++)
    for (const [at, page] of pages.entries()) times[at]!.push(...(await timesOf(1, page)))
  const [first, atEnd, few] = times.map((some) => percentile(some, 0.5)) as [number, number, number]
  return [
    { name: 'P3 last page against first', value: atEnd / first, unit: 'x', budget: 1.1 },
    { name: 'P3 300 000 assets against 3 000', value: first / few, unit: 'x', budget: 1.2 },
  ]
}

async function measureSearch({ units }: Opened, read: Caller): Promise<Figure[]> {
  const dice = createDice(42)
  const path = ({ kind, q }: Asked, cursor?: string): string =>
    `${kind}?q=${encodeURIComponent(q)}${cursor ? `&limit=200&cursor=${cursor}` : ''}`
  const ask = () => askedWords(dice, assets, (index) => assetAt(index, units))
  for (let warm = 0; warm < 50; warm++) await read(path(ask()))
  const questions = Array.from({ length: requests }, ask)
  const times = await timesOf(requests, (index) => read(path(questions[index]!)))
  const expected = bruteForce(questions.slice(0, checked), assets, (index) => assetAt(index, units))
  let wrong = 0
  for (const [at, ids] of expected.entries()) {
    const { found, isAll } = await allOf(read, (cursor) => path(questions[at]!, cursor))
    wrong += [...found].filter((id) => !ids.has(id)).length + (isAll ? ids.size - found.size : 0)
  }
  return [
    { name: 'P4 search: p50', value: percentile(times, 0.5), unit: 'ms', budget: 8 },
    { name: 'P4 search: p99', value: percentile(times, 0.99), unit: 'ms', budget: 30 },
    { name: `P4 missed or too many of ${checked} searches, by brute force`, value: wrong, unit: 'records', budget: 0 },
  ]
}

/** Ids of all pages, or of the first 2 000 records. */
async function allOf(read: Caller, path: (cursor?: string) => string): Promise<{ found: Set<string>; isAll: boolean }> {
  const found = new Set<string>()
  for (let cursor: string | undefined; ;) {
    const page = await read(path(cursor))
    for (const { id } of page.items) found.add(id)
    if (!page.next || found.size >= 2000) return { found, isAll: !page.next }
    cursor = page.next
  }
}
