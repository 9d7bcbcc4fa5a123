import type { Item } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import type { Summary } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import { keys, type RowSet } from '../keys.ts'
import type { Outline } from '../outline.ts'
import type { Reach } from '../policy.ts'
import { loadMany } from '../read/load.ts'
import type { RecordOf } from '../record.ts'
import { decodeRowBody, mayHave, type RowBody } from '../rows/row-body.ts'
import { rowBodyOf } from '../rows/rows.ts'
import {
  isDue,
  isListed,
  isPossible,
  meets,
  partitionsOf,
  reachCondition,
  type Condition,
  type Narrowing,
} from './filters.ts'
import type { FoundWalk } from './merge-walks.ts'
import { createStream, type Budget, type Range } from './stream.ts'
import { createWalk, type Walk, type Walked } from './walk.ts'

/** One kind's list as one caller may see it. */
export interface ListCall<T extends object> {
  core: EngineOptions
  kind: Outline<T>
  actor: Actor
  narrowing: Narrowing
}

export interface Found {
  set: RowSet
  row: Item
}

/** Walks over what the caller may see of each set. */
export function walksOf<T extends object>(call: ListCall<T>, range: Range, budget: Budget): FoundWalk<Found>[] {
  return (['main', 'work'] as const).flatMap((set) => {
    const walk = walkOf(call, set, range, budget)
    if (!walk) return []
    return {
      async next(limit) {
        const { rows, ...end } = await walk.next(limit)
        return { rows: rows.map((row) => ({ set, row })), ...end }
      },
    }
  })
}

/** The summaries of rows; a working copy's is made from the record itself. */
export async function summaries<T extends object>(
  { core, kind }: ListCall<T>,
  rows: readonly Found[],
): Promise<Summary[]> {
  const working = rows.filter(({ set }) => set === 'work').map(({ row }) => decodeRowBody(kind, row).record.id)
  const loaded = working.length > 0 ? await loadMany(core.store, kind, working) : []
  const byId = new Map(loaded.map(({ snapshot }) => [snapshot.newest.id, snapshot.newest]))
  return rows.map(({ set, row }) => {
    const { record } = decodeRowBody(kind, row)
    const newest = set === 'work' ? byId.get(record.id) : undefined
    return newest ? rowBodyOf(kind, newest).record : record
  })
}

/** Rows of one set within the caller's reach that meet the filters and `also`. */
export async function walkSet<T extends object>(
  call: ListCall<T>,
  set: RowSet,
  range: Range,
  limit: number,
  budget: Budget,
  also?: (body: RowBody) => boolean,
): Promise<Walked> {
  return (await walkOf(call, set, range, budget, also)?.next(limit)) ?? { rows: [] }
}

/** A walk over the rows that `walkSet` gives; undefined when there can be none. */
function walkOf<T extends object>(
  call: ListCall<T>,
  set: RowSet,
  range: Range,
  budget: Budget,
  also: (body: RowBody) => boolean = () => true,
): Walk | undefined {
  const { core, kind, actor, narrowing } = call
  const reach = reachOf(kind, actor, set)
  if (reach === 'none' || (set === 'work' && asksForSettled(call))) return undefined
  const within = reachCondition(reach)
  const conditions: Condition[] = [...narrowing.conditions, ...(within ? [within] : [])]
  if (!conditions.every(isPossible)) return undefined
  const keeps = (row: Item): boolean => {
    if (!conditions.every(({ signs }) => mayHave(row, signs))) return false
    const body = decodeRowBody(kind, row)
    if (set === 'work' && !narrowing.states && body.record.registeredRevision) return false
    const { alsoDue } = narrowing
    if (alsoDue && !isDue(kind, body.record as RecordOf<T>, { alsoDue })) return false
    return also(body) && meets(kind, body, narrowing, conditions) && isListed(kind, actor, set, body)
  }
  if (narrowing.dueBefore) {
    if (set === 'work') return undefined
    const { what, date } = narrowing.dueBefore
    const stream = createStream(core.store, [keys.due(kind, what)], { ...range, before: date }, budget)
    return createWalk([stream], keeps, budget, range.reverse)
  }
  const walkable = conditions.map((condition) => partitionsOf(kind, set, condition)).filter((found) => found.length > 0)
  const partitions = walkable.length > 0 ? walkable : [['all']]
  const streams = partitions.map((facets) =>
    createStream(
      core.store,
      facets.map((facet) => keys.list(kind, set, facet)),
      range,
      budget,
    ),
  )
  return createWalk(streams, keeps, budget, range.reverse)
}

/** Whether only states are asked for in which there are no working copies. */
function asksForSettled<T extends object>({ kind, narrowing: { states } }: ListCall<T>): boolean {
  return states !== undefined && states.every((state) => kind.settled?.includes(state))
}

/** Which rows of a set the caller may find. */
export function reachOf<T extends object>(kind: Outline<T>, actor: Actor, set: RowSet): Reach {
  if (actor.system) return 'all'
  return set === 'main' ? (kind.policy.main?.(actor) ?? 'all') : (kind.policy.work?.(actor) ?? 'none')
}
