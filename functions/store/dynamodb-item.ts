import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { decodeAny, stored, type StoredItem } from './item.ts'
import type { Action } from './limits.ts'
import type { Condition, Item, Key } from './store.ts'

export type Attributes = { [name: string]: AttributeValue }

/** The key of an item as DynamoDB takes it. */
export function toKeyAttributes({ pk, sk }: Key): Attributes {
  return { pk: { S: pk }, sk: { S: sk } }
}

/** A whole item as DynamoDB takes it; what is absent is left out. */
export function toAttributes(item: StoredItem): Attributes {
  return {
    ...toKeyAttributes(item),
    body: typeof item.body === 'string' ? { S: item.body } : { B: item.body },
    ...(item.version === undefined ? {} : { version: { N: String(item.version) } }),
    ...(item.expiresAt === undefined ? {} : { expiresAt: { N: String(item.expiresAt) } }),
  }
}

/** @throws Error when an attribute is missing that `toAttributes` always writes */
export function fromAttributes(attributes: Attributes): StoredItem {
  const { pk, sk, body, version, expiresAt } = attributes
  const content = body?.S ?? body?.B
  if (!pk?.S || !sk?.S || content === undefined) throw new Error('not an item of this store')
  return stored(pk.S, sk.S, content, toNumber(version), toNumber(expiresAt))
}

/** As `fromAttributes` with the body decoded; what this store did not write is handed over as unreadable. */
export function fromAnyAttributes(attributes: Attributes): Item {
  const { pk, sk } = attributes
  try {
    return decodeAny(fromAttributes(attributes))
  } catch {
    return { pk: pk?.S ?? '', sk: sk?.S ?? '', body: null, unreadable: true }
  }
}

/** One action of a transaction, with its condition; the item that breaks the condition comes back with the failure. */
export function toTransactItem(table: string, action: Action): TransactWriteItem {
  if (action.type === 'put') {
    return { Put: { TableName: table, Item: toAttributes(action.item), ...(action.if && toCondition(action.if)) } }
  }
  const keyed = { TableName: table, Key: toKeyAttributes(action.key) }
  return action.type === 'delete'
    ? { Delete: { ...keyed, ...(action.if && toCondition(action.if)) } }
    : { ConditionCheck: { ...keyed, ...toCondition(action.if) } }
}

function toCondition(condition: Condition) {
  const returned = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const
  if (condition === 'absent') return { ...returned, ConditionExpression: 'attribute_not_exists(pk)' }
  if (condition === 'exists') return { ...returned, ConditionExpression: 'attribute_exists(pk)' }
  return {
    ...returned,
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': { N: String(condition.version) } },
  }
}

function toNumber(attribute: AttributeValue | undefined): number | undefined {
  return attribute?.N === undefined ? undefined : Number(attribute.N)
}
