import { ConditionFailed, OutcomeUnknown, StoreBusy, type Store } from '../store/store.ts'
import type { EngineOptions } from './core.ts'
import { RegisterError } from './errors.ts'
import { keys } from './keys.ts'
import type { Context, Kind } from './kind.ts'

const conflictsAllowed = 50
const failuresAllowed = 3

/**
 * Takes the next number of a series. A number taken and not used leaves a gap; none is given twice. Throws `busy` when too many take at once, or the store is busy.
 */
export async function takeNumber(store: Store, series: string, token: () => string): Promise<number> {
  const key = keys.counter(series)
  let failures = 0
  for (let conflicts = 0; conflicts < conflictsAllowed && failures < failuresAllowed; conflicts++) {
    const item = await store.get(key)
    const last = item?.version ?? 0
    const put = { ...key, body: { last: last + 1 }, version: last + 1 }
    try {
      await store.commit([{ put, if: item ? { version: last } : 'absent' }], token())
      return last + 1
    } catch (error) {
      if (error instanceof OutcomeUnknown || error instanceof StoreBusy) failures++
      else if (!(error instanceof ConditionFailed)) throw error
    }
  }
  throw new RegisterError('busy', `no number free in ${series}`, { retryAfterSeconds: 1 })
}

/** The next human number of a kind, e.g. `B-2026-0001`; undefined for a kind without numbers. */
export async function nextNumber<T extends object>(
  core: EngineOptions,
  { number }: Kind<T>,
  { today }: Context,
): Promise<string | undefined> {
  return number && number.format(await takeNumber(core.store, number.series(today), () => core.newId()), today)
}
