import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { stored, type StoredItem } from './item.ts'
import { endOfPrefix, type Span } from './span.ts'
import type { Key, ScanOnly } from './store.ts'

/** A bare parameter has a part in SQLite's plan, and each query would be planned anew: that costs five times the query itself. */
const limit = 'LIMIT ? + 0'

interface Row {
  pk: string
  sk: string
  body: string | Uint8Array
  version: number | null
  expires_at: number | null
}

/** The statements that the embedded store runs on its one table. */
export interface Rows {
  find(key: Key): StoredItem | undefined
  /** Whether the item is there, and its version. */
  versionOf(key: Key): { version: number | null } | undefined
  put(item: StoredItem): void
  delete(key: Key): void
  /** In byte order of the sort key, or against it. */
  walk(pk: string, span: Span, reverse: boolean, limit: number): Iterable<StoredItem>
  /** Everything after a key, or `only` some of it, in byte order of partition and sort key. */
  walkAll(after: Key, limit: number, only?: ScanOnly): Iterable<StoredItem>
  /** Drops items whose time was over at `seconds` (epoch), at most a thousand. */
  dropExpired(seconds: number): void
}

/** Prepares the statements once for one open database. */
export function createRows(database: DatabaseSync): Rows {
  const columns = 'pk, sk, body, version, expires_at'
  const find = database.prepare(`SELECT ${columns} FROM item WHERE pk = ? AND sk = ?`)
  const version = database.prepare('SELECT version FROM item WHERE pk = ? AND sk = ?')
  const put = database.prepare(`INSERT OR REPLACE INTO item (${columns}) VALUES (?, ?, ?, ?, ?)`)
  const remove = database.prepare('DELETE FROM item WHERE pk = ? AND sk = ?')
  const all = database.prepare(`SELECT ${columns} FROM item WHERE (pk, sk) > (?, ?) ORDER BY pk, sk ${limit}`)
  const some = database.prepare(
    `SELECT ${columns} FROM item WHERE (pk, sk) > (?, ?) AND (sk = ? OR sk >= ? AND sk < ? OR pk >= ? AND pk < ?) ORDER BY pk, sk ${limit}`,
  )
  const expired = database.prepare(
    `DELETE FROM item WHERE (pk, sk) IN (SELECT pk, sk FROM item WHERE expires_at < ? LIMIT 1000)`,
  )
  const walks = new Map<string, StatementSync>()

  function walkStatement(lower: string, upper: string, order: string): StatementSync {
    const sql = `SELECT sk, body, version, expires_at FROM item WHERE pk = ? AND sk ${lower} ? ${upper} ORDER BY sk ${order} ${limit}`
    const known = walks.get(sql) ?? inArrays(database.prepare(sql))
    walks.set(sql, known)
    return known
  }

  return {
    find(key) {
      const row = find.get(key.pk, key.sk) as Row | undefined
      return row && toStored(row)
    },
    versionOf: (key) => version.get(key.pk, key.sk) as { version: number | null } | undefined,
    put: (item) => void put.run(item.pk, item.sk, item.body, item.version ?? null, item.expiresAt ?? null),
    delete: (key) => void remove.run(key.pk, key.sk),
    walk(pk, { prefix, after, before }, reverse, limit) {
      const end = before ?? endOfPrefix(prefix)
      const lower = after === undefined ? '>=' : '>'
      const statement = walkStatement(lower, end === undefined ? '' : 'AND sk < ?', reverse ? 'DESC' : 'ASC')
      const bounds = end === undefined ? [after ?? prefix] : [after ?? prefix, end]
      const found = statement.all(pk, ...bounds, limit) as unknown as Cells[]
      return found.map(([sk, body, version, expiresAt]) => stored(pk, sk, body, version, expiresAt))
    },
    walkAll: (after, limit, only) => {
      const found = only
        ? some.iterate(after.pk, after.sk, only.sk, ...beginning(only.skBegins), ...beginning(only.pkBegins), limit)
        : all.iterate(after.pk, after.sk, limit)
      return storedRows(found as Iterable<unknown> as Iterable<Row>)
    },
    dropExpired: (seconds) => void expired.run(seconds),
  }
}

/** The keys that begin so, as the first of them and the first after them; no key lies between two empty texts. */
function beginning(prefix: string | undefined): [from: string, to: string] {
  return prefix === undefined ? ['', ''] : [prefix, endOfPrefix(prefix) ?? '']
}

/** Sort key, body, version, time to live: a list walks thousands of rows, and arrays cost a third of objects. */
type Cells = [sk: string, body: string | Uint8Array, version: number | null, expiresAt: number | null]

function inArrays(statement: StatementSync): StatementSync {
  statement.setReturnArrays(true)
  return statement
}

function* storedRows(rows: Iterable<Row>): Generator<StoredItem> {
  for (const row of rows) yield toStored(row)
}

function toStored(row: Row): StoredItem {
  return stored(row.pk, row.sk, row.body, row.version, row.expires_at)
}
