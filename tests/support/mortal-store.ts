import type { Store } from '../../functions/store/store.ts'
import { type Faults, faultyStore, ProcessDied } from './faulty-store.ts'

/** The store as one process sees it: after its death every call fails, and nothing that it answers counts. */
export interface MortalStore extends Store {
  isDead(): boolean
}

/** A store over another for one process that may die at a commit. @param random 0 <= x < 1 */
export function mortalStore(store: Store, faults: Faults, random: () => number): MortalStore {
  const faulty = faultyStore(store, faults, random)
  let dead = false
  const alive =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (dead) throw new ProcessDied('before')
      try {
        return await call(...given)
      } catch (error) {
        dead ||= error instanceof ProcessDied
        throw error
      }
    }
  return {
    get: alive((key) => faulty.get(key)),
    getMany: alive((keys) => faulty.getMany(keys)),
    query: alive((pk, range) => faulty.query(pk, range)),
    scan: alive((after) => faulty.scan(after)),
    commit: alive((writes, token) => faulty.commit(writes, token)),
    close: async () => {},
    isDead: () => dead,
  }
}
