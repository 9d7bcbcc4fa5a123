import type { Actor } from '../actor.ts'
import type { ListPage, ListQuery } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import type { Outline } from '../outline.ts'
import { namedHits } from '../search/hits.ts'
import { search } from '../search/search.ts'
import { narrowingOf } from './filters.ts'
import { inOrder, usualPage } from './list-in-order.ts'
import { sortedList, type ReadPage } from './sorted-list.ts'
import type { ListCall } from './visible-rows.ts'

/** A list in the common order (name, id), or the order of the date asked for, or another field's. See `Engine.list`. */
export async function list<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  query: ListQuery,
  actor: Actor,
): Promise<ListPage> {
  const call = { core, kind, actor, narrowing: narrowingOf(kind, query, actor) }
  if (query.ids) return { items: await namedHits(call, query.ids) }
  const limit = query.limit ?? usualPage
  if (query.q !== undefined) return search(call, query.q, query.cursor, limit, query.asOf)
  const reverse = query.sort === '-name'
  const read = query.asOf === undefined ? inOrder(call, reverse) : inOrderThen(call, query.asOf, reverse)
  const byName = reverse || query.sort === undefined || query.sort === 'name'
  return byName ? read(query.cursor, limit) : sortedList(kind, query, limit, read)
}

function inOrderThen<T extends object>(call: ListCall<T>, time: string, reverse: boolean): ReadPage {
  return async (cursor, limit) => {
    const { listAsOf } = await import('./list-as-of.ts')
    return listAsOf(call, { time, reverse }, cursor, limit)
  }
}
