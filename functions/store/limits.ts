import { encodeItem, itemBytes, keyBytes, longestLetterBytes, type StoredItem } from './item.ts'
import { LimitExceeded, limits, type Condition, type Key, type Range, type Write } from './store.ts'

/** One write of a commit that has passed the port's limits, with its item encoded and its size in bytes. */
export type Action =
  | { type: 'put'; key: Key; item: StoredItem; if?: Condition; bytes: number }
  | { type: 'delete'; key: Key; if?: Condition; bytes: number }
  | { type: 'check'; key: Key; if: Condition; bytes: number }

const tokenLength = 36

/**
 * Turns writes into actions, refusing what DynamoDB would refuse.
 * @throws LimitExceeded for no writes or too many, a key named twice, an impossible key, too large items or a bad token
 */
export function actionsOf(writes: readonly Write[], token: string): Action[] {
  if (token.length < 1 || token.length > tokenLength) refuse(`token of ${token.length} characters`)
  if (writes.length < 1 || writes.length > limits.writesPerCommit) refuse(`${writes.length} writes in a commit`)
  const actions = writes.map(actionOf)
  assertDistinct(actions.map((action) => action.key))
  const totalBytes = actions.reduce((sum, action) => sum + action.bytes, 0)
  if (totalBytes > limits.commitBytes) refuse(`${totalBytes} bytes in a commit`)
  return actions
}

/** Whether an item may have this key; a read of a key that cannot exist finds nothing. */
export function isPossibleKey(key: Key): boolean {
  return isKeyPart(key.pk, limits.partitionKeyBytes) && isKeyPart(key.sk, limits.sortKeyBytes)
}

/** Whether a partition may have this key. */
export function isPossiblePartition(pk: string): boolean {
  return isKeyPart(pk, limits.partitionKeyBytes)
}

/**
 * @returns the limit of a query, 250 when none is given
 * @throws LimitExceeded for a limit outside 1-1000 or a bound that no key can have
 */
export function queryLimit(range: Range): number {
  const limit = range.limit ?? limits.queryLimitDefault
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.queryLimit) refuse(`query limit ${limit}`)
  for (const bound of [range.prefix, range.after, range.before]) {
    if (bound && !isKeyPart(bound, limits.sortKeyBytes)) refuse('bound of a query is no sort key')
  }
  return limit
}

function actionOf(write: Write): Action {
  const key = 'put' in write ? write.put : 'delete' in write ? write.delete : write.check
  if (!isPossibleKey(key)) refuse(`impossible key ${key.pk.slice(0, 80)} | ${key.sk.slice(0, 80)}`)
  if ('delete' in write) return { type: 'delete', key, if: write.if, bytes: keyBytes(key) }
  if ('check' in write) return { type: 'check', key, if: write.if, bytes: keyBytes(key) }
  const item = encodeItem(write.put)
  const bytes = itemBytes(item)
  if (bytes > limits.itemBytes) refuse(`item of ${bytes} bytes`)
  return { type: 'put', key, item, if: write.if, bytes }
}

function assertDistinct(keys: readonly Key[]): void {
  const seen = new Set<string>()
  for (const { pk, sk } of keys) {
    const name = `${pk.length}:${pk}${sk}`
    if (seen.has(name)) refuse(`key written twice: ${pk} | ${sk}`)
    seen.add(name)
  }
}

function isKeyPart(text: string, maxBytes: number): boolean {
  if (text.length === 0 || text.length > maxBytes || !text.isWellFormed()) return false
  return text.length * longestLetterBytes <= maxBytes || Buffer.byteLength(text) <= maxBytes
}

function refuse(what: string): never {
  throw new LimitExceeded(`over a limit of the store: ${what}`)
}
