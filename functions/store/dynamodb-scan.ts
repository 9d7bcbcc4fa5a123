import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { TableAccess } from './dynamodb-access.ts'
import { fromAnyAttributes, toKeyAttributes } from './dynamodb-item.ts'
import { toScan } from './dynamodb-query.ts'
import type { ScanOnly, ScanPage } from './store.ts'

/** The store's `scan`. Apart from the store, since functions that answer people have no right to it. */
export async function scanTable(
  { table, client, attempts, meter }: TableAccess,
  after: string | undefined,
  only: ScanOnly | undefined,
): Promise<ScanPage> {
  const [pk, sk] = after === undefined ? [] : (JSON.parse(after) as [string, string])
  const from = pk && sk ? { ExclusiveStartKey: toKeyAttributes({ pk, sk }) } : {}
  const request = { TableName: table, ...toScan(only), ReturnConsumedCapacity: 'TOTAL' as const, ...from }
  const answer = await attempts.read(() => client.send(new ScanCommand(request)))
  if (meter) meter.readUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0
  const last = answer.LastEvaluatedKey
  const next = last ? { next: JSON.stringify([last['pk']?.S, last['sk']?.S]) } : {}
  return { items: (answer.Items ?? []).map(fromAnyAttributes), ...next }
}
