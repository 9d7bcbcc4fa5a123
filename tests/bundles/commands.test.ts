import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDynamoStore } from '../../functions/store/dynamodb.ts'
import { createTable } from '../../functions/store/dynamodb-table.ts'
import { localClient } from '../support/dynamodb-client.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const dynamodbEndpoint = inject('dynamodbEndpoint')
const root = join(import.meta.dirname, '../..')

const feed = {
  orgUnits: [{ key: 'region', kind: 'principal', name: 'Region Demo' }],
  people: ['elin', 'nils'].map((userId) => ({ userId, displayName: userId, unitKey: 'region' })),
  roleAssignments: [{ role: 'platformAdmin', userId: 'elin', scopeKey: 'region', validFrom: '2026-01-01' }],
}

/** What an operator types, as docs/operations.md writes it: the table's name before the command. */
function run(table: string, file: string, ...words: string[]): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    TABLE_NAME: table,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodbEndpoint,
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, 'functions', file), ...words], { env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, output: out + err }),
    )
  })
}

describe.skipIf(!dynamodbEndpoint)('commands on a table', () => {
  const folder = makeTemporaryDirectory()
  const [table, other] = [`commands-${randomUUID()}`, `restored-${randomUUID()}`]
  const client = localClient(dynamodbEndpoint)

  beforeAll(async () => {
    const tables = new DynamoDBClient(client)
    await Promise.all([table, other].map((name) => createTable(tables, name)))
    tables.destroy()
  })
  afterAll(() => folder.remove())

  it('reads a directory into it, and finds that everything fits', async () => {
    const file = join(folder.path, 'people.json')
    writeFileSync(file, JSON.stringify(feed))
    expect(await run(table, 'import-directory.ts', file)).toMatchObject({ code: 0 })
    expect(await run(table, 'verify.ts')).toMatchObject({ code: 0, output: expect.stringContaining('4 records') })
  })

  it('derives a row anew that a release lists otherwise', async () => {
    const store = openDynamoStore({ table, client })
    const { items } = await store.query('list#per#all')
    const [row] = items
    await store.commit([{ put: { pk: row!.pk, sk: row!.sk, body: '|' } }], randomUUID())
    expect(await run(table, 'verify.ts')).toMatchObject({ code: 1, output: expect.stringContaining('1 faults') })
    expect(await run(table, 'rebuild.ts')).toMatchObject({
      code: 0,
      output: '4 records: 1 rows put right, 0 taken away\n',
    })
    expect(await store.get(row!)).toEqual(row)
  })

  it('saves the table and puts it back into an empty one, with one digest', async () => {
    const backup = join(folder.path, 'backup')
    const saved = await run(table, 'backup.ts', backup)
    const restored = await run(other, 'restore.ts', backup)
    const digest = /digest (\w+)/.exec(saved.output)?.[1]
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining(`digest ${digest}`) })
    expect(await run(other, 'verify.ts')).toMatchObject({ code: 0 })
  })

  it('does not erase a person at the word of somebody it does not know', async () => {
    const words = ['nils', '--by', 'nobody', '--why', 'Slutat']
    expect(await run(table, 'erase.ts', ...words)).toMatchObject({
      code: 2,
      output: 'Nobody called nobody may come in.\n',
    })
  })
})
