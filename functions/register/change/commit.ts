import {
  ConditionFailed,
  LimitExceeded,
  OutcomeUnknown,
  StoreBusy,
  type Item,
  type Store,
  type Write,
} from '../../store/store.ts'
import { RegisterError } from '../errors.ts'

/** A write with what it means when its condition does not hold. */
export interface Guarded {
  write: Write
  broken?(current: Item | undefined): RegisterError
}

const attempts = 3

/**
 * Commits all writes or none. `landed` tells by reading whether a commit whose answer was lost went through.
 * @param guarded makes the writes, anew for each try: an import has hundreds of commits on their way, and holding them costs more
 * Throws the `RegisterError` of the first write whose condition does not hold, `busy` or `limit-exceeded`.
 */
export async function commit(
  store: Store,
  guarded: () => readonly Guarded[],
  token: string,
  landed: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.commit(
        guarded().map(({ write }) => write),
        token,
      )
    } catch (error) {
      if (error instanceof ConditionFailed) {
        if (await landed()) return
        throw guarded()[error.index]?.broken?.(error.current) ?? busy(error)
      }
      if (error instanceof OutcomeUnknown) {
        if (await landed()) return
        if (attempt < attempts) continue
      }
      if (error instanceof LimitExceeded) throw tooMuch(error)
      if (error instanceof OutcomeUnknown || error instanceof StoreBusy) throw busy(error)
      throw error
    }
  }
}

function busy(cause: unknown): RegisterError {
  return new RegisterError('busy', 'the store is busy', { retryAfterSeconds: 1 }, { cause })
}

function tooMuch(cause: Error): RegisterError {
  return new RegisterError('limit-exceeded', cause.message, {}, { cause })
}
