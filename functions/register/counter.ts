import { ConditionFailed, OutcomeUnknown, StoreBusy, type Store } from '../store/store.ts'
import { RegisterError } from './errors.ts'
import { keys } from './keys.ts'

const attempts = 50

/**
 * Takes the next `count` numbers of a series and gives the first of them. A number taken and not used leaves a gap;
 * none is given twice. Throws `busy` when too many take at once.
 */
export async function takeNumbers(store: Store, series: string, token: () => string, count = 1): Promise<number> {
  const key = keys.counter(series)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const item = await store.get(key)
    const last = item?.version ?? 0
    const put = { ...key, body: { last: last + count }, version: last + count }
    try {
      await store.commit([{ put, if: item ? { version: last } : 'absent' }], token())
      return last + 1
    } catch (error) {
      const again = error instanceof ConditionFailed || error instanceof OutcomeUnknown || error instanceof StoreBusy
      if (!again) throw error
    }
  }
  throw new RegisterError('busy', `no number free in ${series}`, { retryAfterSeconds: 1 })
}
