import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeNumber } from '../../../functions/register/counter.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import { createMeter } from '../../../functions/store/meter.ts'
import { type Store, StoreBusy } from '../../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
const meter = createMeter()
let store: Store
let other: Store
beforeAll(() => {
  store = openEmbeddedStore({ dir: directory.path, meter })
  other = openEmbeddedStore({ dir: directory.path })
})
afterAll(async () => {
  await Promise.all([store.close(), other.close()])
  directory.remove()
})

const token = () => crypto.randomUUID()
const take = (series: string, count: number, from = store) =>
  Promise.all(Array.from({ length: count }, () => takeNumber(from, series, token)))
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('numbers asked for at once are all different, without a gap, in a handful of commits', async () => {
  const before = meter.commits
  expect(await take('U', 300)).toEqual(upTo(300))
  expect(meter.commits - before).toBeLessThanOrEqual(3)
})

test('numbers asked for by two processes at once are all different', async () => {
  const taken = (await Promise.all([take('M', 100, store), take('M', 100, other)])).flat()
  expect(taken.toSorted((a, b) => a - b)).toEqual(upTo(200))
})

test('each series counts for itself', async () => {
  expect(await take('A-2026', 1)).toEqual([1])
  expect(await take('A-2027', 1)).toEqual([1])
})

test('who waits is told when the store is busy, and the next one is served', async () => {
  let busy = true
  const moody: Store = {
    ...store,
    commit: (writes, name) => (busy ? Promise.reject(new StoreBusy('busy')) : store.commit(writes, name)),
  }
  const refused = await Promise.allSettled([takeNumber(moody, 'L', token), takeNumber(moody, 'L', token)])
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  busy = false
  expect(await takeNumber(moody, 'L', token)).toBe(1)
})
