import { ConditionFailed, OutcomeUnknown, StoreBusy, type Store } from '../../store/store.ts'
import type { Context } from '../context.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'

const conflictsAllowed = 50
const failuresAllowed = 3

interface Waiting {
  resolve(number: number): void
  reject(error: unknown): void
}

interface Queue {
  waiting: Waiting[]
  served: boolean
}

const queues = new WeakMap<Store, Map<string, Queue>>()

/**
 * Takes the next number of a series. A number taken and not used leaves a gap; none is given twice. Those who ask at the same time in
 * one process share one commit, so that they do not stand in each other's way. The number is told only by a commit that follows: the caller's. Throws `busy` when too many processes take at once, or
 * the store is busy.
 */
export function takeNumber(store: Store, series: string, token: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const queue = queueOf(store, series)
    queue.waiting.push({ resolve, reject })
    if (!queue.served) void serve(queue, (count) => takeBlock(store, series, count, token))
  })
}

function queueOf(store: Store, series: string): Queue {
  const ofStore = queues.get(store) ?? new Map<string, Queue>()
  queues.set(store, ofStore)
  const queue = ofStore.get(series) ?? { waiting: [], served: false }
  ofStore.set(series, queue)
  return queue
}

async function serve(queue: Queue, take: (count: number) => Promise<number>): Promise<void> {
  queue.served = true
  while (queue.waiting.length > 0) {
    const together = queue.waiting.splice(0)
    try {
      const first = await take(together.length)
      for (const [index, { resolve }] of together.entries()) resolve(first + index)
    } catch (error) {
      for (const { reject } of together) reject(error)
    }
  }
  queue.served = false
}

/** Takes that many numbers in a row; answers the first. */
async function takeBlock(store: Store, series: string, count: number, token: () => string): Promise<number> {
  const key = keys.counter(series)
  let failures = 0
  for (let conflicts = 0; conflicts < conflictsAllowed && failures < failuresAllowed; conflicts++) {
    const item = await store.get(key)
    const last = item?.version ?? 0
    const put = { ...key, body: { last: last + count }, version: last + count }
    try {
      await store.commit([{ put, if: item ? { version: last } : 'absent' }], token(), { followed: true })
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
