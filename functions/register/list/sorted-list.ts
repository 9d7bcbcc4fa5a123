import type { ListPage, ListQuery, Summary } from '../api.ts'
import { RegisterError } from '../errors.ts'
import type { Outline } from '../outline.ts'
import { sortKey } from '../rows/sort-key.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

/** Hits that are sorted by another field than the name; with more the caller is asked to narrow the list. */
const collectLimit = 2000

/** Reads the list in its common order, page by page. */
export type ReadPage = (cursor: string | undefined, limit: number) => Promise<ListPage>

/**
 * A list by a field that has no rows of its own: collects all hits, then sorts.
 * Throws `malformed` for a field that the kind does not sort by and `limit-exceeded` with too many hits.
 */
export async function sortedList<T extends object>(
  kind: Outline<T>,
  { sort = '', cursor }: ListQuery,
  limit: number,
  read: ReadPage,
): Promise<ListPage> {
  const field = sort.replace(/^-/, '')
  if (!kind.sorts.includes(field)) throw new RegisterError('malformed', `no sort ${field}`, { reason: 'sort-unknown' })
  const sign = sort.startsWith('-') ? -1 : 1
  const items = (await collect(read)).map((item) => ({ item, key: keyOf(item, field) }))
  items.sort((a, b) => (a.key < b.key ? -1 : 1) * sign)
  const after = cursor ? decodeCursor(cursor, 'by')['after'] : undefined
  const rest =
    after === undefined ? items : items.filter(({ key }) => (key < after ? -1 : key > after ? 1 : 0) * sign > 0)
  const page = rest.slice(0, limit)
  return {
    items: page.map(({ item }) => item),
    ...(rest.length > limit && { next: encodeCursor({ k: 'by', after: page.at(-1)?.key }) }),
  }
}

async function collect(read: ReadPage): Promise<Summary[]> {
  const found: Summary[] = []
  for (let cursor: string | undefined; ;) {
    const { items, next } = await read(cursor, collectLimit + 1)
    found.push(...items)
    if (found.length > collectLimit)
      throw new RegisterError('limit-exceeded', 'too many to sort', {
        reason: 'narrow-list',
        params: { maximum: collectLimit },
      })
    if (!next) return found
    cursor = next
  }
}

/** A record in force and its working copy share everything but the revision. */
function keyOf(item: Summary, field: string): string {
  return `${valueOf(item, field)}\n${item.id}\n${String(item.revision).padStart(8, '0')}`
}

/** Absent values come last in ascending order; text sorts as names do, shortened as they are. */
function valueOf(item: Summary, field: string): string {
  const value = (item as unknown as { [name: string]: unknown })[field] ?? item.data[field]
  if (value === undefined) return '\uffff'
  return typeof value === 'string' ? sortKey(value) : String(value).padStart(16, '0')
}
