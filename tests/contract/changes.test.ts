import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createCore } from '../../functions/core.ts'
import { fillOrganisation } from '../../functions/demo/fill-organisation.ts'
import { createFollowUp } from '../../functions/follow-up/work.ts'
import { allKinds } from '../../functions/kinds.ts'
import { systemActor } from '../../functions/directory/directory.ts'
import { activity } from '../../functions/processing/activity.ts'
import { isTold } from '../../functions/store/changes.ts'
import { openDynamoStore } from '../../functions/store/dynamodb.ts'
import { type EmbeddedStore, openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { Store } from '../../functions/store/store.ts'
import { localClient } from '../support/dynamodb-client.ts'
import { streamRecords } from '../support/table-stream.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const endpoint = inject('dynamodbEndpoint')
const client = localClient(endpoint)
const admin = new DynamoDBClient(client)
const directory = makeTemporaryDirectory()

const table: CreateTableCommandInput = {
  TableName: `changes-${randomUUID()}`,
  AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
}

const at = '2026-11-22T08:00:00.000Z'
const coreOf = (store: Store) =>
  createCore({ store, clock: { ms: () => Date.parse(at), now: () => at }, kinds: allKinds })

/** The same work on any store: the organisation, and an activity that is filed, taken and returned. */
async function work(store: Store): Promise<string> {
  const { deps, directory: people } = coreOf(store)
  const { units, people: ids } = await fillOrganisation(deps.engine, '2026-01-01')
  const data = { name: 'Prov', orgUnitId: units['hjartmottagningen'], initiatorId: ids['anmalare'] }
  const { record } = await deps.engine.create(activity, data, systemActor(), { state: 'submitted' })
  const actor = await people.actor(ids['samordnare'] ?? '', 'sv')
  if (!actor) throw new Error('nobody coordinates')
  await deps.engine.transition(activity, record.id, 1, { transition: 'take' }, actor)
  await deps.engine.transition(activity, record.id, 2, { transition: 'return', comment: 'Vad?' }, actor)
  return record.id
}

describe.skipIf(endpoint === '')('what the two stores tell of the same work', () => {
  let embedded: EmbeddedStore
  let dynamo: Store
  let streamArn = ''
  beforeAll(async () => {
    const { TableDescription } = await admin.send(new CreateTableCommand(table))
    streamArn = TableDescription?.LatestStreamArn ?? ''
    dynamo = openDynamoStore({ table: table.TableName ?? '', client })
    embedded = openEmbeddedStore({ file: join(directory.path, 'changes.sqlite') })
  })
  afterAll(async () => {
    await Promise.all([embedded.close(), dynamo.close()])
    admin.destroy()
    directory.remove()
  })

  it('is the same: each new revision by its key, and each mail that waits', async () => {
    const ids = await Promise.all([work(embedded), work(dynamo)])
    const records = (await streamRecords(endpoint, streamArn)).filter(({ dynamodb }) =>
      isTold({ pk: dynamodb?.Keys?.['pk']?.S ?? '', sk: dynamodb?.Keys?.['sk']?.S ?? '' }),
    )
    expect(records.every(({ eventName, dynamodb }) => eventName === 'INSERT' && !dynamodb?.NewImage)).toBe(true)
    const counted = (kinds: readonly string[]) =>
      Object.entries(Object.groupBy(kinds, (kind) => kind))
        .map(([kind, all]) => `${kind} ${all?.length}`)
        .sort()
    const told = embedded.changes(1000)
    expect(counted(records.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S?.split('#')[0] ?? ''))).toEqual(
      counted(told.map(({ key }) => key.pk.split('#')[0] ?? '')),
    )
    expect(told.filter(({ key }) => key.pk === `activity#${ids[0]}`).map(({ key }) => key.sk)).toEqual(
      records
        .filter(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S === `activity#${ids[1]}`)
        .map(({ dynamodb }) => dynamodb?.Keys?.['sk']?.S),
    )
  })

  it('is what the follow-up worker takes, which tells whom it concerns and hands over the mails', async () => {
    const sent: string[] = []
    const queue = {
      send: async (mails: readonly string[]) => {
        sent.push(...mails)
        return []
      },
    }
    const handler = createFollowUp(coreOf(dynamo), queue, () => {})
    const follow = async () => handler({ Records: await streamRecords(endpoint, streamArn) })
    expect(await follow()).toEqual({ batchItemFailures: [] })
    expect(sent).toEqual([])
    expect(await follow()).toEqual({ batchItemFailures: [] })
    const { items } = await dynamo.query('mail#pending')
    expect(items.map(({ body }) => (body as { what: string }).what)).toEqual(['returned'])
    expect(sent).toEqual(items.map(({ sk }) => sk))
  })
})
