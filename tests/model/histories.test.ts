import { expect, it } from 'vitest'
import type { Store } from '../../functions/store/store.ts'
import type { Faults } from '../support/faulty-store.ts'
import { isLinearizable, type Operation } from '../support/linearizable.ts'
import { plantedStores } from '../support/planted-store.ts'
import { seedFrom } from '../support/seed.ts'
import { historyFaults } from './concurrent-history.ts'

/** By hand: HISTORIES=20000. To replay one: HISTORIES_SEED as printed and HISTORIES=1. */
const histories = Number(process.env['HISTORIES'] ?? 500)
const seed = seedFrom('HISTORIES_SEED')
const faults: Faults = { busy: 0.04, timeoutBefore: 0.08, timeoutAfter: 0.15, death: 0.1, truncated: 0.2 }
const asItIs = (store: Store): Store => store

/** Stores that break their word, each in a way that some history must show. */
const broken: { [fault: string]: (store: Store) => Store } = {
  'forgets its conditions': plantedStores['forgets its conditions']!,
  'answers from a moment ago': plantedStores['answers from a moment ago']!,
  'acknowledges what it did not do': (store) => {
    let commits = 0
    return {
      ...store,
      commit: async (writes, token) => (++commits % 3 === 0 ? undefined : store.commit(writes, token)),
    }
  },
  'loses the keys of requests': (store) => ({
    ...store,
    commit: (writes, token) =>
      store.commit(
        writes.filter(
          (write) => !('put' in write && (write.put.pk.startsWith('idem#') || write.put.pk.startsWith('unique#'))),
        ),
        token,
      ),
  }),
}

it(
  `answers ${histories} concurrent histories as if one thing had happened after the other`,
  { timeout: 3_600_000 },
  async () => {
    for (let at = 0; at < histories; at++) {
      expect(await historyFaults(seed + at, faults, asItIs), `HISTORIES_SEED=${seed + at}`).toEqual([])
    }
  },
)

it.each(Object.entries(broken))('shows a store that %s', async (_, plant) => {
  let found = 0
  for (let at = 0; at < 100 && found === 0; at++) {
    found += await historyFaults(seed + at, faults, plant).then(
      (wrong) => wrong.length,
      () => 1,
    )
  }
  expect(found).toBeGreaterThan(0)
})

it('checks histories by their moments, not by the order in which they were written down', () => {
  const write = (value: number, called: number, answered: number): Operation<number> => {
    return { called, answered, name: `write ${value}`, apply: () => value }
  }
  const read = (value: number, called: number, answered: number): Operation<number> => {
    return { called, answered, name: `read ${value}`, apply: (state) => (state === value ? state : undefined) }
  }
  const fits = (...operations: Operation<number>[]) => isLinearizable(operations, 0, String)
  expect(fits(write(1, 1, 2), read(1, 3, 4))).toBe(true)
  expect(fits(write(1, 1, 2), read(0, 3, 4))).toBe(false)
  expect(fits(write(1, 1, 4), read(0, 2, 3))).toBe(true)
  expect(fits(write(1, 1, Infinity), read(0, 2, 3), read(1, 4, 5))).toBe(true)
  expect(fits(write(1, 1, Infinity), read(1, 2, 3), read(0, 4, 5))).toBe(false)
  expect(fits(read(1, 1, 2), write(1, 3, 4))).toBe(false)
})
