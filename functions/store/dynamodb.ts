import {
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { createBatchReader } from './dynamodb-batch.ts'
import { fromAttributes, toKeyAttributes, toTransactItem } from './dynamodb-item.ts'
import { isWithin, toQuery } from './dynamodb-query.ts'
import type { scanTable } from './dynamodb-scan.ts'
import { openTable, type TableOptions } from './dynamodb-access.ts'
import { decodeItem, itemBytes } from './item.ts'
import { actionsOf, isPossibleKey, isPossiblePartition, queryLimit } from './limits.ts'
import { countCommit, countRead } from './meter.ts'
import { spanOf } from './span.ts'
import { ConditionFailed, type Store } from './store.ts'

export interface DynamoOptions extends TableOptions {
  /** `scanTable` where everything is read (verify, rebuild, backup); nobody else may, or holds it. */
  scan?: typeof scanTable
}

/**
 * The store in one DynamoDB table with string keys `pk` and `sk` and time to live on `expiresAt`.
 * Every commit is a transaction, also of a single write: only transactions take a token.
 */
export function openDynamoStore(options: DynamoOptions): Store {
  const { table, client, attempts, meter } = openTable(options)

  return {
    async get(key) {
      if (!isPossibleKey(key)) return undefined
      const request = new GetItemCommand({ TableName: table, Key: toKeyAttributes(key), ConsistentRead: true })
      const { Item } = await attempts.read(() => client.send(request))
      const item = Item && fromAttributes(Item)
      countRead(meter, item ? [itemBytes(item)] : [])
      return item && decodeItem(item)
    },

    getMany: createBatchReader({ table, client, attempts, meter }),

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
      return options.scan({ table, client, attempts, meter }, after, only)
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
