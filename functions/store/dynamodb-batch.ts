import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
} from '@aws-sdk/client-dynamodb'
import type { TableAccess } from './dynamodb-access.ts'
import { maxTries } from './dynamodb-attempts.ts'
import { fromAttributes, toKeyAttributes, type Attributes } from './dynamodb-item.ts'
import { decodeItem, itemBytes, type StoredItem } from './item.ts'
import { isPossibleKey } from './limits.ts'
import { countRead } from './meter.ts'
import { StoreBusy, type Key, type Store } from './store.ts'

const keysPerBatch = 100

/** The store's `getMany`: up to 100 keys a call, several calls at once, and what a call left over asked for again. */
export function createBatchReader({ table, client, attempts, meter }: TableAccess): Store['getMany'] {
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

  return async (keys) => {
    const distinct = new Map(keys.filter(isPossibleKey).map((key) => [nameOf(key), key]))
    const wanted = [...distinct.values()]
    const batches = Array.from({ length: Math.ceil(wanted.length / keysPerBatch) }, (_, index) =>
      fetchBatch(wanted.slice(index * keysPerBatch, (index + 1) * keysPerBatch)),
    )
    const found = new Map((await Promise.all(batches)).flat().map((item) => [nameOf(item), item]))
    return [...distinct.keys()].flatMap((name) => found.get(name) ?? []).map(decodeItem)
  }
}

function nameOf(key: Key): string {
  return JSON.stringify([key.pk, key.sk])
}
