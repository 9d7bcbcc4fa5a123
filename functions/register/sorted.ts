import type { ListPage, ListQuery, Summary } from './api.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { RegisterError } from './errors.ts'
import { summaries, walkAll, type ListCall } from './listing.ts'
import { sortKey } from './sort-key.ts'
import { rowBudget } from './walk.ts'

/** Hits that are sorted by another field than the name; with more the caller is asked to narrow the list. */
const collectLimit = 2000

/** A list by a field that has no rows of its own: collects all hits, then sorts. Throws `limit-exceeded` with too many. */
export async function sorted<T extends object>(call: ListCall<T>, query: ListQuery, limit: number): Promise<ListPage> {
  const field = (query.sort ?? '').replace(/^-/, '')
  if (!call.kind.sorts.includes(field))
    throw new RegisterError('malformed', `no sort ${field}`, { reason: 'bad-parameter', params: { parameter: 'sort' } })
  const sign = query.sort?.startsWith('-') ? -1 : 1
  const items = (await collect(call)).map((item) => ({ item, key: keyOf(item, field) }))
  items.sort((a, b) => (a.key < b.key ? -1 : 1) * sign)
  const after = query.cursor ? decodeCursor(query.cursor, 'by')['after'] : undefined
  const from =
    after === undefined ? 0 : items.findIndex(({ key }) => (key < after ? -1 : key > after ? 1 : 0) * sign > 0)
  const page = from < 0 ? [] : items.slice(from, from + limit)
  const more = from >= 0 && from + limit < items.length
  return {
    items: page.map(({ item }) => item),
    ...(more && { next: encodeCursor({ k: 'by', after: page.at(-1)?.key }) }),
  }
}

async function collect<T extends object>(call: ListCall<T>): Promise<Summary[]> {
  const found: Summary[] = []
  for (let after: string | undefined; ;) {
    const { rows, reached } = await walkAll(call, after ? { after } : {}, collectLimit + 1)
    found.push(...(await summaries(call, rows)))
    if (found.length > collectLimit)
      throw new RegisterError('limit-exceeded', 'too many to sort', {
        reason: 'narrow-list',
        params: { maximum: collectLimit, looked: rowBudget },
      })
    if (!reached) return found
    after = reached
  }
}

/** A record in force and its working copy share everything but the revision. */
function keyOf(item: Summary, field: string): string {
  return `${valueOf(item, field)}\n${item.id}\n${String(item.revision).padStart(8, '0')}`
}

/** Absent values come last in ascending order; text sorts as names do. */
function valueOf(item: Summary, field: string): string {
  const value = (item as unknown as { [name: string]: unknown })[field] ?? item.data[field]
  if (value === undefined) return '\uffff'
  return typeof value === 'string' ? sortKey(value) : String(value)
}
