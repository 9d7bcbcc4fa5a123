import type { Actor } from '../actor.ts'
import type { ListPage, PlainQuery } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import type { Outline } from '../outline.ts'
import { cursorPosition, positionCursor } from './cursor.ts'
import { narrowingOf } from './filters.ts'
import { mergeWalks } from './merge-walks.ts'
import type { ReadPage } from './sorted-list.ts'
import { type ListCall, summaries, walksOf } from './visible-rows.ts'
import { rowBudget } from './walk.ts'

/** Records of a page, when nobody says how many. */
export const usualPage = 50

/** A list in the common order (name, id), all of it or by filters. See `ReadingEngine.list`. */
export async function listInOrder<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  { filters, cursor, limit = usualPage }: PlainQuery,
  actor: Actor,
): Promise<ListPage> {
  return inOrder({ core, kind, actor, narrowing: narrowingOf(kind, { filters }, actor) })(cursor, limit)
}

/** Reads such a list page by page, from its beginning or its end. */
export function inOrder<T extends object>(call: ListCall<T>, reverse = false): ReadPage {
  return async (cursor, limit) => {
    const after = cursorPosition(cursor)
    const budget = { left: rowBudget }
    const walks = walksOf(call, { reverse, ...(after && { after }) }, budget)
    const { rows, reached } = await mergeWalks(walks, limit, limit + 1, budget, reverse)
    return { items: await summaries(call, rows), ...(reached && { next: positionCursor(reached) }) }
  }
}
