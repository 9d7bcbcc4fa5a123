import type { Actor } from '../actor.ts'
import type { ListQuery } from '../api.ts'
import { RegisterError } from '../errors.ts'
import type { RowSet } from '../keys.ts'
import type { Outline } from '../outline.ts'
import type { Reach } from '../policy.ts'
import type { RecordOf } from '../record.ts'
import { signOf } from '../rows/facet-signs.ts'
import type { RowBody } from '../rows/row-body.ts'
import { partitionedFacets } from '../rows/rows.ts'

/** A condition on facets: any of these values of any of these facets. */
export interface Condition {
  any: { [facet: string]: ReadonlySet<string> }
  /** The signs of these values, of which a row that meets the condition has one. */
  signs: ReadonlySet<string>
}

/** Partitions that one condition may be walked over; with more, it is checked in place. There are few working copies. */
const walkable: { readonly [set in RowSet]: number } = { main: 24, work: 6 }

/** The partitions that hold every row meeting the condition, when they are few and its facets have any. */
export function partitionsOf<T extends object>(kind: Outline<T>, set: RowSet, { any }: Condition): string[] {
  const own = partitionedFacets(kind, set, any)
  if (!Object.keys(any).every((facet) => own.includes(facet))) return []
  const partitions = Object.entries(any).flatMap(([facet, values]) => [...values].map((value) => `${facet}=${value}`))
  return partitions.length <= walkable[set] ? partitions : []
}

interface DueBefore {
  what: string
  date: string
}

/** What a query's filters ask for. */
export interface Narrowing {
  conditions: Condition[]
  /** States asked for by name. */
  states?: readonly string[]
  /** The date that the list is walked by. */
  dueBefore?: DueBefore
  /** Further dates, looked up in each row's summary. */
  alsoDue?: DueBefore[]
}

/** The conditions that a query's filters set. Throws `malformed` for a filter or value that the kind does not know. */
export function narrowingOf<T extends object>(kind: Outline<T>, { filters = {} }: ListQuery, actor: Actor): Narrowing {
  const narrowing: Narrowing = { conditions: [] }
  for (const [name, values] of Object.entries(filters)) {
    const filter = Object.hasOwn(kind.filters, name) ? kind.filters[name] : undefined
    const unknown = filter?.values && values.find((value) => !filter.values?.includes(value))
    if (!filter || values.length === 0 || unknown !== undefined) throw badFilter(name)
    const of = filter.of ?? name
    if (filter.type === 'dueBefore') {
      const due = { what: of, date: dateOf(name, values) }
      if (narrowing.dueBefore) narrowing.alsoDue = [...(narrowing.alsoDue ?? []), due]
      else narrowing.dueBefore = due
    } else {
      const wanted = filter.type === 'unit' ? values.flatMap((id) => actor.tree.below(id)) : values
      narrowing.conditions.push(condition({ [of]: wanted }))
    }
    if (of === 'state') narrowing.states = values
  }
  return narrowing
}

/** Whether a record is due before every date asked for. Rows of other orders do not say so. */
export function isDue<T extends object>(
  kind: Outline<T>,
  record: RecordOf<T>,
  { dueBefore, alsoDue = [] }: Pick<Narrowing, 'dueBefore' | 'alsoDue'>,
): boolean {
  const asked = [...(dueBefore ? [dueBefore] : []), ...alsoDue]
  if (asked.length === 0) return true
  const due = kind.due(record)
  return asked.every((one) => due.some(({ what, date }) => what === one.what && date < one.date))
}

/** Whether some value could meet the condition at all. */
export function isPossible({ any }: Condition): boolean {
  return Object.values(any).some((values) => values.size > 0)
}

/** What a caller's reach adds; undefined when everything is within reach. */
export function reachCondition(reach: Reach): Condition | undefined {
  if (reach === 'all' || reach === 'none') return undefined
  const { units, people, records = [] } = reach
  return condition({ unit: units, person: people, ...(records.length > 0 && { record: records }) })
}

/** Whether a row meets every condition, and its state may be listed. */
export function meets<T extends object>(
  kind: Outline<T>,
  body: RowBody,
  narrowing: Narrowing,
  conditions: readonly Condition[],
): boolean {
  const { state } = body.record
  if (!narrowing.states && kind.hidden.includes(state)) return false
  return conditions.every(({ any }) =>
    Object.entries(any).some(([facet, values]) => body.facets[facet]?.some((value) => values.has(value))),
  )
}

/** The policy's last look at a row. */
export function isListed<T extends object>(kind: Outline<T>, actor: Actor, set: RowSet, body: RowBody): boolean {
  if (actor.system || !kind.policy.listed) return true
  return kind.policy.listed(actor, set, { ...body.record, facets: body.facets })
}

function condition(any: { [facet: string]: readonly string[] }): Condition {
  const facets = Object.entries(any)
  return {
    any: Object.fromEntries(facets.map(([facet, values]) => [facet, new Set(values)])),
    signs: new Set(facets.flatMap(([facet, values]) => values.map((value) => signOf(facet, value)))),
  }
}

function dateOf(name: string, [date = '']: readonly string[]): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) throw badFilter(name)
  return date
}

function badFilter(name: string): RegisterError {
  return new RegisterError('malformed', `bad filter ${name}`, { reason: 'query-value', params: { name } })
}
