import type { Actor } from '../actor.ts'
import type { ListPage, ListQuery, Summary } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import type { Outline } from '../outline.ts'
import { badCursor, cursorPosition, decodeCursor, encodeCursor, positionCursor } from './cursor.ts'
import { narrowingOf } from './filters.ts'
import { list } from './list.ts'
import { mergeWalks, type FoundWalk } from './merge-walks.ts'
import { summaries, walksOf, type Found, type ListCall } from './visible-rows.ts'
import { rowBudget } from './walk.ts'

const defaultLimit = 50
/** Each kind is first asked for its part of a page, and somewhat more; then the one that lags behind is walked on. */
const reserve = 1.1

/** See `Engine.listTogether`. */
export async function listTogether(
  core: EngineOptions,
  kinds: readonly Outline<object>[],
  query: ListQuery,
  actor: Actor,
): Promise<ListPage> {
  const calls = kinds.map((kind) => ({ core, kind, actor, narrowing: narrowingOf(kind, query, actor) }))
  const hasOwnOrder = calls.some(({ narrowing }) => narrowing.dueBefore) || query.asOf !== undefined
  return query.q !== undefined || query.ids || hasOwnOrder ? oneByOne(calls, query) : byName(calls, query)
}

/** One kind after the other, each in its own order, until the page is full. */
async function oneByOne(calls: readonly ListCall<object>[], query: ListQuery): Promise<ListPage> {
  const { limit = defaultLimit, cursor, ...asked } = query
  const at = cursor === undefined ? undefined : decodeCursor(cursor, 'kinds')
  const from = at ? calls.findIndex(({ kind }) => kind.name === at['kind']) : 0
  if (from < 0) throw badCursor()
  const items: Summary[] = []
  for (const [index, { core, kind, actor }] of calls.slice(from).entries()) {
    const after = index === 0 ? at?.['after'] : undefined
    if (items.length === limit) return { items, next: encodeCursor({ k: 'kinds', kind: kind.name }) }
    const page = await list(
      core,
      kind,
      { ...asked, limit: limit - items.length, ...(after && { cursor: after }) },
      actor,
    )
    items.push(...page.items)
    if (page.next) return { items, next: encodeCursor({ k: 'kinds', kind: kind.name, after: page.next }) }
  }
  return { items }
}

/** All kinds at once: their rows share an order, so one position says how far each was read. */
async function byName(calls: readonly ListCall<object>[], { sort = 'name', cursor, limit = defaultLimit }: ListQuery) {
  if (sort !== 'name' && sort !== '-name')
    throw new RegisterError('malformed', `no sort ${sort} over several kinds`, { reason: 'sort-unknown' })
  const reverse = sort === '-name'
  const after = cursorPosition(cursor)
  const range = { reverse, ...(after && { after }) }
  const budget = { left: rowBudget }
  const walks = calls.flatMap((call) => walksOf(call, range, budget).map((walk) => walkWith(walk, call)))
  const first = Math.ceil(limit * (calls.length > 1 ? reserve / calls.length : 1))
  const { rows, reached } = await mergeWalks(walks, limit, first, budget, reverse)
  return {
    items: await summariesInOrder(calls, rows),
    ...(reached !== undefined && { next: positionCursor(reached) }),
  }
}

interface FoundOf extends Found {
  call: ListCall<object>
}

function walkWith(walk: FoundWalk<Found>, call: ListCall<object>): FoundWalk<FoundOf> {
  return {
    async next(limit) {
      const { rows, ...end } = await walk.next(limit)
      return { rows: rows.map((found) => ({ ...found, call })), ...end }
    },
  }
}

async function summariesInOrder(calls: readonly ListCall<object>[], rows: readonly FoundOf[]): Promise<Summary[]> {
  const ofEach = await Promise.all(
    calls.map((call) =>
      summaries(
        call,
        rows.filter((row) => row.call === call),
      ),
    ),
  )
  const waiting = new Map(calls.map((call, at) => [call, (ofEach[at] as Summary[]).values()]))
  return rows.map(({ call }) => (waiting.get(call) as Iterator<Summary>).next().value)
}
