import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, inject } from 'vitest'
import { createTable } from '../../functions/store/dynamodb-table.ts'
import { scanTable } from '../../functions/store/dynamodb-scan.ts'
import { openDynamoStore } from '../../functions/store/dynamodb.ts'
import { describeCommits } from './store-commits.ts'
import { describeReads } from './store-reads.ts'
import type { Adapter } from './store.ts'
import { localClient } from '../support/dynamodb-client.ts'

const endpoint = inject('dynamodbEndpoint')
const client = localClient(endpoint)
const admin = new DynamoDBClient(client)
let count = 0

const dynamodb: Adapter = {
  name: 'DynamoDB',
  available: endpoint !== '',
  async open(meter) {
    const table = `contract-${count++}`
    await createTable(admin, table)
    return openDynamoStore({ table, client, meter, scan: scanTable })
  },
}

afterAll(() => admin.destroy())

describeReads(dynamodb)
describeCommits(dynamodb)
