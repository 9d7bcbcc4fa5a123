import { ScanCommand, type DynamoDBClient, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import type { Attributes } from './dynamodb-item.ts'
import { toScan } from './dynamodb-query.ts'

export interface ScanWish {
  table: string
  start?: Attributes
  /** Only the items with this sort key. */
  only?: { sk: string }
}

/** One page of everything in a table. Apart from the store, since functions that answer people have no right to it. */
export function scanTable(client: DynamoDBClient, { table, start, only }: ScanWish): Promise<ScanCommandOutput> {
  const from = start && { ExclusiveStartKey: start }
  return client.send(new ScanCommand({ TableName: table, ...toScan(only), ReturnConsumedCapacity: 'TOTAL', ...from }))
}
