import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { OutcomeUnknown, StoreBusy } from './store.ts'

/** The outside world, injected so that tests need not wait. */
export interface Pace {
  /** Milliseconds from some fixed point. */
  now(): number
  sleep(ms: number): Promise<void>
  /** 0 <= x < 1 */
  random(): number
}

/** Sends until there is an answer. */
export interface Attempts {
  /**
   * For reads.
   * @throws StoreBusy when throttling or failing connections outlast the retries
   */
  read<T>(send: () => Promise<T>): Promise<T>
  /**
   * For a write with a token, so that a repeat is harmless even when the first one did commit.
   * @throws StoreBusy as `read`, when it is certain that nothing was written
   * @throws OutcomeUnknown when some attempt may have committed
   */
  write<T>(send: () => Promise<T>): Promise<T>
  /** Waits a random part of a time that doubles with each try (full jitter). */
  pause(tries: number): Promise<void>
}

type Verdict = 'nothing-written' | 'maybe-written' | 'final'

export const maxTries = 8
const deadlineMs = 6000
const firstPauseMs = 25
const longestPauseMs = 1000

const refusals = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
])
const passingReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
const lostAnswers = new Set([
  'TransactionInProgressException',
  'TimeoutError',
  'RequestTimeout',
  'AbortError',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])

/** At most 8 tries within 6 seconds, with full jitter between them. */
export function createAttempts({ now, sleep, random }: Pace): Attempts {
  const pause = (tries: number) => sleep(random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)))

  async function attempt<T>(send: () => Promise<T>, changes: boolean): Promise<T> {
    const giveUpAt = now() + deadlineMs
    let doubtful = false
    for (let tries = 1; ; tries += 1) {
      try {
        return await send()
      } catch (error) {
        const verdict = verdictOf(error)
        if (verdict === 'final') throw error
        if (changes && verdict === 'maybe-written') doubtful = true
        if (tries >= maxTries || now() >= giveUpAt) {
          if (doubtful) throw new OutcomeUnknown(`no answer after ${tries} tries`, { cause: error })
          throw new StoreBusy(`refused ${tries} times`, { cause: error })
        }
      }
      await pause(tries)
    }
  }

  return {
    read: (send) => attempt(send, false),
    write: (send) => attempt(send, true),
    pause,
  }
}

/** What an error of the SDK says of the write behind it. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof Error)) return 'final'
  if (error instanceof TransactionCanceledException) {
    const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None')
    if (codes.includes('ConditionalCheckFailed')) return 'final'
    return codes.some((code) => passingReasons.has(code)) ? 'nothing-written' : 'final'
  }
  const names = [error.name, String((error as { code?: unknown }).code)]
  if (names.some((name) => refusals.has(name))) return 'nothing-written'
  if (names.some((name) => lostAnswers.has(name))) return 'maybe-written'
  const { httpStatusCode } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {}
  return httpStatusCode !== undefined && httpStatusCode >= 500 ? 'maybe-written' : 'final'
}
