import type { Actor } from './actor.ts'
import type { ListPage, ListQuery, Summary } from './api.ts'
import type { EngineOptions } from './core.ts'
import { badCursor, cursorPosition, decodeCursor, encodeCursor, positionCursor } from './cursor.ts'
import { RegisterError } from './errors.ts'
import { narrowingOf } from './filters.ts'
import type { Outline } from './kind.ts'
import { list } from './list.ts'
import { mergeRows, type ReadRows } from './merge-rows.ts'
import { summaries, walkAll, type Found, type ListCall } from './visible-rows.ts'
import { rowBudget } from './walk.ts'

const defaultLimit = 50
/** How much of a page each kind is asked for at first; then the one that lags behind is read on, until the page is full. */
const firstShare = 0.5

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
  const budget = { left: rowBudget }
  const first = calls.length > 1 ? Math.ceil(limit * firstShare) : limit
  const pages = await Promise.all(calls.map((call) => walkOn({ call, rows: [] }, first, after)))
  for (;;) {
    const behind = furthestBehind(pages, reverse)
    const { rows, reached } = mergeRows(pages, limit + 1, reverse)
    if (!behind || rows.length > limit || reached === undefined || budget.left <= 0) break
    await walkOn(behind, limit + 1 - rows.length, behind.reached)
  }
  const { rows, reached } = mergeRows(pages, limit, reverse)
  return {
    items: await summariesInOrder(calls, rows),
    ...(reached !== undefined && { next: positionCursor(reached) }),
  }

  /** Some more rows of one kind, from where it was read to. */
  async function walkOn(page: KindPage, wanted: number, from: string | undefined): Promise<KindPage> {
    const { rows, reached } = await walkAll(page.call, { reverse, ...(from && { after: from }) }, wanted, budget)
    for (const found of rows) page.rows.push({ ...found, call: page.call })
    delete page.reached
    if (reached !== undefined) page.reached = reached
    return page
  }
}

interface KindPage extends ReadRows<Found & { call: ListCall<object> }> {
  call: ListCall<object>
  rows: (Found & { call: ListCall<object> })[]
}

/** The kind that was read the least far, of those that have more. */
function furthestBehind(pages: readonly KindPage[], reverse: boolean): KindPage | undefined {
  const isBefore = (a: string, b: string): boolean => (reverse ? a > b : a < b)
  return pages
    .filter(({ reached }) => reached !== undefined)
    .reduce<KindPage | undefined>(
      (behind, page) => (behind && !isBefore(page.reached as string, behind.reached as string) ? behind : page),
      undefined,
    )
}

async function summariesInOrder(
  calls: readonly ListCall<object>[],
  rows: readonly (Found & { call: ListCall<object> })[],
): Promise<Summary[]> {
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
