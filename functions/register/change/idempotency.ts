import type { Item, Store } from '../../store/store.ts'
import { RegisterError } from '../errors.ts'
import { keys } from '../keys.ts'
import type { Guarded } from './commit.ts'

/** How long an Idempotency-Key is remembered; the contract promises 24 hours. */
const keptSeconds = 48 * 60 * 60

interface Answer {
  kind: string
  id: string
  bodyHash: string
}

/**
 * The id of the record that this key created before, if any.
 * Throws `invalid` when the key came with another body or for another kind.
 */
export async function earlierAnswer(
  store: Store,
  actor: string,
  key: string,
  expected: Omit<Answer, 'id'>,
  now: string,
): Promise<string | undefined> {
  const item = await store.get(keys.idempotency(actor, key))
  if (!item || hasExpired(item, now)) return undefined
  const answer = item.body as unknown as Answer
  if (answer.bodyHash !== expected.bodyHash || answer.kind !== expected.kind) {
    throw new RegisterError('invalid', 'the key came with another body', {
      reason: 'idempotency-key-reused',
      errors: [],
    })
  }
  return answer.id
}

/** The write that remembers a creation, in the same commit; refused with `replayed` when another request came first. */
export async function rememberAnswer(
  store: Store,
  actor: string,
  key: string,
  answer: Answer,
  now: string,
): Promise<Guarded> {
  const at = keys.idempotency(actor, key)
  const old = await store.get(at)
  const expiresAt = Math.floor(Date.parse(now) / 1000) + keptSeconds
  const put = { ...at, body: { ...answer }, version: (old?.version ?? 0) + 1, expiresAt }
  return {
    write: { put, if: old && hasExpired(old, now) ? { version: old.version as number } : 'absent' },
    broken: () =>
      new RegisterError('busy', 'the same key is being used at this moment', {
        reason: 'replayed',
        retryAfterSeconds: 1,
      }),
  }
}

function hasExpired(item: Item, now: string): boolean {
  return (item.expiresAt as number) * 1000 <= Date.parse(now)
}
