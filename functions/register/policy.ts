import type { Actor } from './actor.ts'
import type { Head, RecordOf, Snapshot } from './record.ts'

/** Default deny: a kind without a policy does not compile. */
export interface Policy<T> {
  /** Which revision this person reads: the newest, only the one in force, or none (answered as not found). */
  view(actor: Actor, snapshot: Snapshot<T>): 'newest' | 'registered' | undefined
  create(actor: Actor, data: T): boolean
  edit(actor: Actor, snapshot: Snapshot<T>): boolean
  /** Reads fields marked as secret, of this record. */
  secret(actor: Actor, record: RecordOf<T>): boolean
  /** Whether a search of this person looks into secret fields at all; `secret` then decides of each record found. */
  findsSecrets?(actor: Actor): boolean
  /** Which rows this person may find: all, those of some units and people, or none. `main` defaults to all, `work` to none. */
  main?(actor: Actor): Reach
  work?(actor: Actor): Reach
  /** A last look at each row found; decides from the summary what `view` decides from the whole record. */
  listed?(actor: Actor, set: 'main' | 'work', row: Listed): boolean
  /** Reads and writes the comments; those who read the newest revision, when absent. */
  comments?(actor: Actor, snapshot: Snapshot<T>): boolean
}

/** A row as the policy sees it: state, number and unit of the record, and its facets. */
export interface Listed extends Pick<Head, 'id' | 'state' | 'orgUnitId' | 'registeredRevision'> {
  facets: { readonly [facet: string]: readonly string[] }
}

/** People are found by the facet `person`, units by the facet `unit`, records that they have to do with by the facet `record`. */
export type Reach =
  'all' | { units: readonly string[]; people: readonly string[]; records?: readonly string[] } | 'none'
