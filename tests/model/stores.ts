import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Engine } from '../../functions/register/api.ts'
import { createEngine } from '../../functions/register/engine.ts'
import { createTable } from '../../functions/store/dynamodb-table.ts'
import { scanTable } from '../../functions/store/dynamodb-scan.ts'
import { openDynamoStore } from '../../functions/store/dynamodb.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { Store } from '../../functions/store/store.ts'
import { createUlids } from '../../functions/ulid.ts'
import { thing } from './thing.ts'
import { localClient } from '../support/dynamodb-client.ts'

/** Several handles on one and the same store, as several processes have them. */
export async function openHandles(endpoint: string | undefined, directory: string, count: number): Promise<Store[]> {
  const name = `model-${randomBytes(6).toString('hex')}`
  if (endpoint === undefined) {
    const file = join(directory, `${name}.sqlite`)
    return Array.from({ length: count }, () => openEmbeddedStore({ file }))
  }
  const client = localClient(endpoint)
  const admin = new DynamoDBClient(client)
  await createTable(admin, name)
  admin.destroy()
  return Array.from({ length: count }, () => openDynamoStore({ table: name, client, scan: scanTable }))
}

/** An engine for the test kind alone. @param nowMs its clock */
export function openEngine(store: Store, nowMs: () => number): Engine {
  return createEngine({
    store,
    kinds: [thing],
    now: () => new Date(nowMs()).toISOString(),
    newId: createUlids(nowMs, randomBytes),
    salt: () => randomBytes(12).toString('base64url'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  })
}
