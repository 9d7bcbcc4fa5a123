import type { Actor } from './actor.ts'
import type { ListPage, ListQuery } from './api.ts'
import type { EngineOptions } from './core.ts'
import { cursorPosition, positionCursor } from './cursor.ts'
import { narrowingOf } from './filters.ts'
import { namedHits } from './hits.ts'
import type { Outline } from './kind.ts'
import { mergeWalks } from './merge-walks.ts'
import { summaries, walksOf, type ListCall } from './visible-rows.ts'
import { search } from './search.ts'
import { sortedList, type ReadPage } from './sorted-list.ts'
import { rowBudget } from './walk.ts'

/** A list in the common order (name, id), or the order of the date asked for, or another field's. See `Engine.list`. */
export async function list<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  query: ListQuery,
  actor: Actor,
): Promise<ListPage> {
  const call = { core, kind, actor, narrowing: narrowingOf(kind, query, actor) }
  if (query.ids) return { items: await namedHits(call, query.ids) }
  const limit = query.limit ?? 50
  if (query.q !== undefined) return search(call, query.q, query.cursor, limit, query.asOf)
  const reverse = query.sort === '-name'
  const read = query.asOf === undefined ? inOrder(call, reverse) : inOrderThen(call, query.asOf, reverse)
  const byName = reverse || query.sort === undefined || query.sort === 'name'
  return byName ? read(query.cursor, limit) : sortedList(kind, query, limit, read)
}

function inOrder<T extends object>(call: ListCall<T>, reverse: boolean): ReadPage {
  return async (cursor, limit) => {
    const after = cursorPosition(cursor)
    const budget = { left: rowBudget }
    const walks = walksOf(call, { reverse, ...(after && { after }) }, budget)
    const { rows, reached } = await mergeWalks(walks, limit, limit + 1, budget, reverse)
    return { items: await summaries(call, rows), ...(reached && { next: positionCursor(reached) }) }
  }
}

function inOrderThen<T extends object>(call: ListCall<T>, time: string, reverse: boolean): ReadPage {
  return async (cursor, limit) => {
    const { listAsOf } = await import('./list-as-of.ts')
    return listAsOf(call, { time, reverse }, cursor, limit)
  }
}
