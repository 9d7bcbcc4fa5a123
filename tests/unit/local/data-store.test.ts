import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClock } from '../../../functions/clock.ts'
import { openDataStore } from '../../../functions/local/data-store.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import type { Store } from '../../../functions/store/store.ts'

const key = { pk: 'thing#1', sk: 'head' }
const clock = createClock(Date.now)
const meter = createMeter()

let dataDir: string
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'forteckna-data-')), 'data')
})
afterEach(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }))

const put = (store: Store, body: string) => store.commit([{ put: { ...key, body } }], crypto.randomUUID())

test('an empty data directory is filled, and stands alone when it is', async () => {
  const store = await openDataStore({ dataDir, clock, meter, fill: (empty) => put(empty, 'filled') })
  expect((await store.get(key))?.body).toBe('filled')
  await store.close()
  expect(readdirSync(dataDir)).toEqual(['forteckna.sqlite'])
})

test('a data directory with a store is not filled again', async () => {
  const first = await openDataStore({ dataDir, clock, meter, fill: (empty) => put(empty, 'first') })
  await put(first, 'changed')
  await first.close()
  const fill = () => Promise.reject(new Error('filled again'))
  const second = await openDataStore({ dataDir, clock, meter, fill })
  expect((await second.get(key))?.body).toBe('changed')
  await second.close()
})

test('a first start that is cut short leaves no store, and the next one fills anew', async () => {
  const fill = async (empty: Store) => {
    await put(empty, 'half')
    throw new Error('cut short')
  }
  await expect(openDataStore({ dataDir, clock, meter, fill })).rejects.toThrow('cut short')
  expect(existsSync(join(dataDir, 'forteckna.sqlite'))).toBe(false)
  const store = await openDataStore({
    dataDir,
    clock,
    meter,
    fill: async (empty) => {
      expect(await empty.get(key)).toBeUndefined()
      await put(empty, 'whole')
    },
  })
  expect((await store.get(key))?.body).toBe('whole')
  await store.close()
})

test('what starts that were cut short left behind an hour ago is removed by the next first start', async () => {
  mkdirSync(dataDir, { recursive: true })
  const leftover = join(dataDir, 'filling-1.sqlite')
  const underWay = join(dataDir, 'filling-2.sqlite')
  writeFileSync(leftover, '')
  writeFileSync(underWay, '')
  const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
  utimesSync(leftover, twoHoursAgo, twoHoursAgo)
  const store = await openDataStore({ dataDir, clock, meter, fill: (empty) => put(empty, 'whole') })
  await store.close()
  expect(readdirSync(dataDir).toSorted()).toEqual(['filling-2.sqlite', 'forteckna.sqlite'])
})

test('of two first starts at once, one fills and both open the same store', async () => {
  const open = (name: string) =>
    openDataStore({ dataDir, clock, meter, process: name, fill: (empty) => put(empty, name) })
  const [one, other] = await Promise.all([open('one'), open('other')])
  expect((await one.get(key))?.body).toBe((await other.get(key))?.body)
  await put(one, 'seen by both')
  expect((await other.get(key))?.body).toBe('seen by both')
  await Promise.all([one.close(), other.close()])
  expect(readdirSync(dataDir)).toEqual(['forteckna.sqlite'])
})
