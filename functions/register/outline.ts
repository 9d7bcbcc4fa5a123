import type { Policy } from './policy.ts'
import type { RecordOf, Snapshot } from './record.ts'

export interface Link {
  rel: string
  /** Where in `data` it stands, for a dangling reference's answer. */
  pointer: string
  kind: string
  id: string
  /** Seen from its target as well; org units and people would have too many and are only looked up. */
  checked: boolean
}

/** One way a record is listed: as it is in force (`main`) or as it is being worked on (`work`). */
export interface View<T> {
  set: 'main' | 'work'
  record: RecordOf<T>
}

export interface Due {
  what: string
  date: string
}

/** A filter that lists of the kind take: values of a facet, units with all below them, or a date before which something is due. */
export interface Filter {
  type: 'facet' | 'unit' | 'dueBefore'
  /** The facet's or due date's name; the filter's own name when absent. */
  of?: string
  /** Allowed values, when they are a closed list. */
  values?: readonly string[]
}

/**
 * How records of a kind are read: what they are called, who sees them, how they are listed, found and linked. All that it takes to
 * read them; a function that changes none of them carries no more.
 */
export interface Outline<T extends object> {
  name: string
  plural: string
  /** Prefix of ids: `act` gives `act_01K…`. */
  prefix: string
  states: readonly string[]
  /** Top-level fields masked for those who may not read secrets, with their provision. */
  secrets: { readonly [field: string]: string }
  policy: Policy<T>
  views(snapshot: Snapshot<T>): View<T>[]
  /** States in which nobody works on a record, so that lists of nothing else need not look for working copies. */
  settled?: readonly string[]
  /** What lists are ordered by and links call the record. */
  sortName(record: RecordOf<T>): string
  /**
   * Fields of `data` that a summary shows, by their place in stored rows: a new one is added last and none changes its place, so
   * that rows written before a release, and by the next one when it is taken back, can still be read.
   */
  summary: readonly string[]
  facets(record: RecordOf<T>): { [facet: string]: readonly string[] }
  /** Facets that have partitions of their own; the others are checked in place. All of them, when absent. */
  partitions?: { main?: readonly string[]; work?: readonly string[] }
  /** Facets that any save may change: kept out of working copies' rows, so that filters on them find records in force only. */
  unsteady?: readonly string[]
  filters: { readonly [name: string]: Filter }
  /** Fields of the summary (or envelope) that lists may be sorted by. */
  sorts: readonly string[]
  /** Text to be found by, in the order in which words are indexed until the limit is reached; a kind without is not searched. */
  texts?(record: RecordOf<T>): readonly (string | undefined)[]
  /** Exact values that come first in a search: numbers, serials. */
  exact?(record: RecordOf<T>): readonly (string | undefined)[]
  /** What is asked for, written as exact values are when people write them in other ways too; undefined when it is none of those. */
  asExact?(q: string): string | undefined
  /** As `texts` and `exact`, of secret fields: found only by those who read them, and logged. */
  secretTexts?(record: RecordOf<T>): readonly (string | undefined)[]
  secretExact?(record: RecordOf<T>): readonly (string | undefined)[]
  links(data: T): Link[]
  /** Dates that lists may be asked for (`due#<prefix>#<what>`), from the record in force. */
  due(record: RecordOf<T>): Due[]
  /** States that a list shows only when asked for by name, and a search never. */
  hidden: readonly string[]
  /** Lists of this kind may be asked for a date in the past. */
  datable?: boolean
  /** A revision comes into force when it is registered; that of any other kind when it is saved. */
  needsRegistration?: boolean
  /** States whose revisions are not in force yet: until such a record leaves them, the one before holds. */
  pending?: readonly string[]
}
