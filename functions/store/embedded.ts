import { join } from 'node:path'
import type { ChangeFeed } from './changes.ts'
import { createChanges } from './embedded-changes.ts'
import { openDatabase } from './embedded-file.ts'
import { createSharedRead } from './embedded-reads.ts'
import { createRows } from './embedded-rows.ts'
import { createLogSync } from './embedded-sync.ts'
import { createWriter } from './embedded-writer.ts'
import { decodeAny, decodeItem, itemBytes, type StoredItem } from './item.ts'
import { actionsOf, isPossibleKey, isPossiblePartition, queryLimit } from './limits.ts'
import { countCommit, countRead, type Meter } from './meter.ts'
import { spanOf } from './span.ts'
import { limits, type Key, type Store } from './store.ts'

export interface EmbeddedOptions {
  /** Directory of the store's file, `forteckna.sqlite`; made when it is not there. */
  dir?: string
  /** The file itself, instead of a directory. */
  file?: string
  meter?: Meter
  /** The time in milliseconds, for the life of commit tokens and of expiring items. */
  now?: () => number
  /** How long a commit waits for another process before it is refused as busy. */
  lockWaitMs?: number
  /** Memory for pages of the file. */
  cacheMegabytes?: number
  /** Reads that follow each other without waiting share a transaction: for a handle that commits elsewhere. */
  sharesReads?: boolean
}

/** The embedded store with what it tells of its changes. */
export type EmbeddedStore = Store & ChangeFeed

const fileName = 'forteckna.sqlite'

/**
 * The store in one SQLite file. Several handles and processes may use the file at once; each sees the others'
 * commits at its next read. The commits of one tick, or of the time that a sync takes, share one transaction and one sync to disk.
 * @throws Error when the file cannot be opened
 */
export function openEmbeddedStore(options: EmbeddedOptions): EmbeddedStore {
  const { meter, now = Date.now, lockWaitMs = 10_000 } = options
  const database = openDatabase(storeFile(options), options.cacheMegabytes)
  const rows = createRows(database)
  const changes = createChanges(database)
  const log = createLogSync(database.location())
  const writer = createWriter(database, rows, changes, { now, lockWaitMs, sync: log.sync })
  const shared = options.sharesReads ? createSharedRead(database) : undefined
  let closing: Promise<void> | undefined

  function assertOpen(): void {
    if (closing) throw new Error('the store is closed')
  }

  function beginRead(): void {
    assertOpen()
    shared?.begin()
  }

  function find(key: Key): StoredItem | undefined {
    const item = isPossibleKey(key) ? rows.find(key) : undefined
    countRead(meter, item ? [itemBytes(item)] : [])
    return item
  }

  return {
    async get(key) {
      beginRead()
      const item = find(key)
      return item && decodeItem(item)
    },

    async getMany(keys) {
      beginRead()
      const distinct = new Map(keys.map((key) => [JSON.stringify([key.pk, key.sk]), key]))
      return [...distinct.values()].flatMap((key) => find(key) ?? []).map(decodeItem)
    },

    async query(pk, range = {}) {
      beginRead()
      const limit = queryLimit(range)
      const span = isPossiblePartition(pk) ? spanOf(range) : undefined
      if (!span) return { items: [] }
      const { items, more } = takePage(rows.walk(pk, span, range.reverse ?? false, limit + 1), limit, meter)
      return { items: items.map(decodeItem), ...(more ? { next: more.sk } : {}) }
    },

    async scan(after, only) {
      beginRead()
      const [pk, sk] = after === undefined ? ['', ''] : (JSON.parse(after) as [string, string])
      const { items, more } = takePage(rows.walkAll({ pk, sk }, limits.queryLimit + 1, only), limits.queryLimit, meter)
      return { items: items.map(decodeAny), ...(more ? { next: JSON.stringify([more.pk, more.sk]) } : {}) }
    },

    async commit(writes, token, { followed = false } = {}) {
      assertOpen()
      const actions = actionsOf(writes, token)
      await writer.commit(actions, token, followed)
      countCommit(
        meter,
        actions.map((action) => action.bytes),
      )
    },

    changes(most) {
      assertOpen()
      return changes.changes(most)
    },

    forget(seq) {
      assertOpen()
      shared?.end()
      return changes.forget(seq)
    },

    close() {
      closing ??= writer
        .drain()
        .then(() => log.close())
        .then(() => database.close())
      return closing
    },
  }
}

/** The file that a store is in. */
export function storeFile({ dir = '.', file = join(dir, fileName) }: EmbeddedOptions): string {
  return file
}

/** Takes up to `limit` items or 1 MB, like DynamoDB; `more` is the last item taken when others follow it. */
function takePage(walk: Iterable<StoredItem>, limit: number, meter: Meter | undefined) {
  const items: StoredItem[] = []
  const sizes: number[] = []
  let pageBytes = 0
  let more: StoredItem | undefined
  for (const item of walk) {
    if (items.length === limit || pageBytes >= limits.pageBytes) {
      more = items.at(-1)
      break
    }
    items.push(item)
    const bytes = itemBytes(item)
    pageBytes += bytes
    sizes.push(bytes)
  }
  countRead(meter, sizes)
  return { items, more }
}
