import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type DynamoDBClientConfig,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb'
import { createAttempts, maxTries, type Pace } from './dynamodb-attempts.ts'
import { fromAnyAttributes, fromAttributes, toKeyAttributes, toTransactItem, type Attributes } from './dynamodb-item.ts'
import { isWithin, toQuery } from './dynamodb-query.ts'
import type { ScanWish } from './dynamodb-scan.ts'
import { decodeItem, itemBytes, type StoredItem } from './item.ts'
import { actionsOf, isPossibleKey, isPossiblePartition, queryLimit } from './limits.ts'
import { countCommit, countRead, type Meter } from './meter.ts'
import { spanOf } from './span.ts'
import { ConditionFailed, StoreBusy, type Key, type Store } from './store.ts'

export interface DynamoOptions extends Partial<Pace> {
  table: string
  /** Region, endpoint, credentials; the SDK's own retries stay off. */
  client?: DynamoDBClientConfig
  meter?: Meter
  /** `scanTable` where everything is read (verify, rebuild, backup, checkpoint); nobody else may, or holds it. */
  scan?(client: DynamoDBClient, wish: ScanWish): Promise<ScanCommandOutput>
}

const keysPerBatch = 100
const timeouts = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true }

/**
 * The store in one DynamoDB table with string keys `pk` and `sk` and time to live on `expiresAt`.
 * Every commit is a transaction, also of a single write: only transactions take a token.
 */
export function openDynamoStore(options: DynamoOptions): Store {
  const { table, meter } = options
  const client = new DynamoDBClient({ requestHandler: timeouts, ...options.client, maxAttempts: 1 })
  const attempts = createAttempts({
    now: options.now ?? (() => performance.now()),
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    random: options.random ?? Math.random,
  })

  async function fetchBatch(keys: readonly Key[]): Promise<StoredItem[]> {
    const found: StoredItem[] = []
    let wanted: Attributes[] | undefined = keys.map(toKeyAttributes)
    let fruitless = 0
    while (wanted && wanted.length > 0) {
      const request: BatchGetItemCommandInput = { RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }
      const answer: BatchGetItemCommandOutput = await attempts.read(() => client.send(new BatchGetItemCommand(request)))
      const items = answer.Responses?.[table] ?? []
      found.push(...items.map(fromAttributes))
      wanted = answer.UnprocessedKeys?.[table]?.Keys
      fruitless = items.length > 0 ? 0 : fruitless + 1
      if (fruitless >= maxTries) throw new StoreBusy(`keys left unprocessed ${fruitless} times`)
      if (wanted && wanted.length > 0) await attempts.pause(fruitless + 1)
    }
    for (const item of found) countRead(meter, [itemBytes(item)])
    for (let missing = found.length; missing < keys.length; missing += 1) countRead(meter, [])
    return found
  }

  return {
    async get(key) {
      if (!isPossibleKey(key)) return undefined
      const request = new GetItemCommand({ TableName: table, Key: toKeyAttributes(key), ConsistentRead: true })
      const { Item } = await attempts.read(() => client.send(request))
      const item = Item && fromAttributes(Item)
      countRead(meter, item ? [itemBytes(item)] : [])
      return item && decodeItem(item)
    },

    async getMany(keys) {
      const distinct = new Map(keys.filter(isPossibleKey).map((key) => [nameOf(key), key]))
      const wanted = [...distinct.values()]
      const batches = Array.from({ length: Math.ceil(wanted.length / keysPerBatch) }, (_, index) =>
        fetchBatch(wanted.slice(index * keysPerBatch, (index + 1) * keysPerBatch)),
      )
      const found = new Map((await Promise.all(batches)).flat().map((item) => [nameOf(item), item]))
      return [...distinct.keys()].flatMap((name) => found.get(name) ?? []).map(decodeItem)
    },

    async query(pk, range = {}) {
      const limit = queryLimit(range)
      const span = isPossiblePartition(pk) ? spanOf(range) : undefined
      if (!span) return { items: [] }
      const reverse = range.reverse ?? false
      const request = new QueryCommand(toQuery(table, pk, span, reverse, limit + 1))
      const answer = await attempts.read(() => client.send(request))
      const read = (answer.Items ?? []).map(fromAttributes)
      countRead(meter, read.map(itemBytes))
      const inside = read.filter((item) => isWithin(span, item.sk))
      const items = inside.slice(0, limit)
      const ended = answer.LastEvaluatedKey === undefined || read.at(-1)?.sk === (reverse ? span.after : span.before)
      const next = inside.length > limit || !ended ? (items.at(-1) ?? read.at(-1))?.sk : undefined
      return { items: items.map(decodeItem), ...(next === undefined ? {} : { next }) }
    },

    async scan(after, only) {
      if (!options.scan) throw new Error('this process may not read the whole table')
      const [pk, sk] = after === undefined ? [] : (JSON.parse(after) as [string, string])
      const start = pk && sk ? toKeyAttributes({ pk, sk }) : undefined
      const answer = await attempts.read(() => options.scan!(client, { table, start, only }))
      if (meter) meter.readUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0
      const last = answer.LastEvaluatedKey
      const next = last ? { next: JSON.stringify([last['pk']?.S, last['sk']?.S]) } : {}
      return { items: (answer.Items ?? []).map(fromAnyAttributes), ...next }
    },

    async commit(writes, token) {
      const actions = actionsOf(writes, token)
      const TransactItems = actions.map((action) => toTransactItem(table, action))
      const request = new TransactWriteItemsCommand({ TransactItems, ClientRequestToken: token })
      try {
        await attempts.write(() => client.send(request))
      } catch (error) {
        throw conditionFailure(error) ?? error
      }
      countCommit(
        meter,
        actions.map((action) => action.bytes),
      )
    },

    async close() {
      client.destroy()
    },
  }
}

function conditionFailure(error: unknown): ConditionFailed | undefined {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
  const index = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed')
  if (index < 0) return undefined
  const item = reasons[index]?.Item
  return new ConditionFailed(index, item && decodeItem(fromAttributes(item)), { cause: error })
}

function nameOf(key: Key): string {
  return JSON.stringify([key.pk, key.sk])
}
