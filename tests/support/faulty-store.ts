import { OutcomeUnknown, StoreBusy, type Store } from '../../functions/store/store.ts'

/** What may go wrong at a call of the store, each with its share (0-1). */
export interface Faults {
  /** Throttled or in conflict: refused, nothing done. */
  busy: number
  /** A commit whose time-out comes before it was done. */
  timeoutBefore: number
  /** A commit that was done, but whose answer was lost. */
  timeoutAfter: number
  /** The process dies before or after the commit: its caller gets no answer at all. */
  death: number
  /** A page that ends early. */
  truncated: number
}

/** What a caller sees of a process that died. */
export class ProcessDied extends Error {
  override name = 'ProcessDied'
}

/** A store over another in which calls fail by chance. @param random 0 <= x < 1 */
export function faultyStore(store: Store, faults: Faults, random: () => number): Store {
  const strikes = (share: number) => random() < share
  const assertNotBusy = () => {
    if (strikes(faults.busy)) throw new StoreBusy('injected')
  }
  return {
    async get(key) {
      assertNotBusy()
      return store.get(key)
    },
    async getMany(keys) {
      assertNotBusy()
      return store.getMany(keys)
    },
    async query(pk, range = {}) {
      assertNotBusy()
      const limit = strikes(faults.truncated) ? 1 : range.limit
      return store.query(pk, { ...range, limit })
    },
    async scan(after, only) {
      assertNotBusy()
      return store.scan(after, only)
    },
    async commit(writes, token) {
      assertNotBusy()
      if (strikes(faults.timeoutBefore)) throw new OutcomeUnknown('injected before')
      if (strikes(faults.death / 2)) throw new ProcessDied('before the commit')
      await store.commit(writes, token)
      if (strikes(faults.timeoutAfter)) throw new OutcomeUnknown('injected after')
      if (strikes(faults.death / 2)) throw new ProcessDied('after the commit')
    },
    close: () => store.close(),
  }
}

/** Reproducible chance: the same seed gives the same numbers (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
