import type { QueryCommandInput, ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { toKeyAttributes, type Attributes } from './dynamodb-item.ts'
import type { ScanOnly } from './store.ts'
import { endOfPrefix, type Span } from './span.ts'

/**
 * A query in DynamoDB's terms. It takes one condition on the sort key, so the bound the walk starts from is given
 * as the start key, and the far one as BETWEEN, whose ends are inclusive: `isWithin` drops what is too much.
 * @param limit items wanted, which may be one more than the page holds
 */
export function toQuery(table: string, pk: string, span: Span, reverse: boolean, limit: number): QueryCommandInput {
  const condition = sortKeyCondition(span, reverse)
  const start = reverse ? span.before : span.after
  return {
    TableName: table,
    ConsistentRead: true,
    ScanIndexForward: !reverse,
    Limit: limit,
    KeyConditionExpression: condition.expression ? `pk = :pk AND ${condition.expression}` : 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk }, ...condition.values },
    ...(start === undefined ? {} : { ExclusiveStartKey: toKeyAttributes({ pk, sk: start }) }),
  }
}

/** What a scan asks for: everything as it is now, or, at half the price, some of the items as they were a moment ago. */
export function toScan(only: ScanOnly | undefined): Partial<ScanCommandInput> {
  if (!only) return { ConsistentRead: true }
  const { sk, skBegins, pkBegins } = only
  const parts = [
    'sk = :sk',
    ...(skBegins === undefined ? [] : ['begins_with(sk, :skBegins)']),
    ...(pkBegins === undefined ? [] : ['begins_with(pk, :pkBegins)']),
  ]
  return {
    FilterExpression: parts.join(' OR '),
    ExpressionAttributeValues: {
      ':sk': { S: sk },
      ...(skBegins !== undefined && { ':skBegins': { S: skBegins } }),
      ...(pkBegins !== undefined && { ':pkBegins': { S: pkBegins } }),
    },
  }
}

/** Whether a sort key that the query returned lies in the span, its exclusive ends left out. */
export function isWithin({ prefix, after, before }: Span, sk: string): boolean {
  return sk !== after && sk !== before && sk.startsWith(prefix)
}

function sortKeyCondition(
  { prefix, after, before }: Span,
  reverse: boolean,
): { expression?: string; values?: Attributes } {
  const far = reverse ? after : before
  if (far === undefined) {
    return prefix === '' ? {} : { expression: 'begins_with(sk, :prefix)', values: { ':prefix': { S: prefix } } }
  }
  const low = after ?? prefix
  const high = before ?? endOfPrefix(prefix)
  if (low === '') return { expression: 'sk <= :high', values: { ':high': { S: far } } }
  if (high === undefined) return { expression: 'sk >= :low', values: { ':low': { S: low } } }
  return { expression: 'sk BETWEEN :low AND :high', values: { ':low': { S: low }, ':high': { S: high } } }
}
