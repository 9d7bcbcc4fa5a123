import { setTimeout as wait } from 'node:timers/promises'
import { StoreBusy } from '../store/store.ts'

const attempts = 10
const waitMs = 5

/**
 * Reads again while the store is busy, a little later each time. For what an answer says beside a change that is already stored: a refusal
 * would tell the caller that nothing had happened. Rejects as `read` does, at the latest after ten attempts.
 */
export async function patiently<T>(read: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof StoreBusy) || attempt === attempts) throw error
      await wait(waitMs * attempt)
    }
  }
}
