import type * as z from 'zod/mini'
import type { Actor } from './actor.ts'
import type { FieldError, Missing } from './errors.ts'

/** The envelope of a record: everything but its `data`. */
export interface Head {
  id: string
  kind: string
  number?: string
  revision: number
  state: string
  registeredRevision?: number
  orgUnitId?: string
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  /** A two-person transition waiting for the second person. */
  proposed?: Proposal
  remarks?: Remark[]
}

export interface Proposal {
  transition: string
  by: string
  at: string
  data?: { [field: string]: unknown }
  comment?: string
}

/** A remark by the data protection officer: outside `data`, so that nobody else can touch it. */
export interface Remark {
  id: string
  text: string
  at: string
  by: string
  ruleIds?: string[]
  dueDate?: string
  answer?: { text: string; at: string; by: string }
  closedAt?: string
}

export interface RecordOf<T> extends Head {
  data: T
  /** Names that linked records had when this revision was saved, for search; never shown. */
  names?: { [id: string]: string }
}

/** A record with the revision in force beside the newest one (the same one when nothing is being revised). */
export interface Snapshot<T> {
  newest: RecordOf<T>
  registered?: RecordOf<T>
}

/** What one request knows of the world; nothing under `register/` reads a clock or an id source itself. */
export interface Context {
  /** RFC 3339 UTC. */
  now: string
  /** Calendar day in Europe/Stockholm, `YYYY-MM-DD`. */
  today: string
  /** Codes that the data protection officer has added to the vocabularies, by vocabulary. */
  codes?: { readonly [vocabulary: string]: readonly ExtensionCode[] }
}

export interface ExtensionCode {
  code: string
  class?: string
  parent?: string
  retired?: boolean
}

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

/** A comment thread entry; a salt is stored beside it, so that its hash in a sealed head tells nothing of a text that is gone. */
export interface Note {
  id: string
  at: string
  by: string
  text: string
  pointer?: string
}

export interface TransitionInput<T> {
  snapshot: Snapshot<T>
  actor: Actor
  context: Context
  comment?: string
  /** Parsed by the transition's own schema. */
  input: { [field: string]: unknown }
  notes: readonly Note[]
  /** States of the records that the newest revision links to, by id, for guards over neighbours. */
  neighbours: { readonly [id: string]: string }
  /** Records that link to this one, for transitions that ask for them; otherwise empty. */
  incoming: readonly Incoming[]
}

/** One record that links to another: by which relation, and the state it is in. */
export interface Incoming {
  rel: string
  kind: string
  id: string
  state: string
  /** It has a revision in force, whatever its state. */
  registered: boolean
}

/** What a transition changes; anything left out stays. */
export interface Outcome<T> {
  state?: string
  data?: Partial<T>
  proposed?: Proposal | null
  remarks?: Remark[]
  /** The new revision becomes the one in force. */
  registers?: boolean
  /** Only with `registers`: this is the last revision that everyone sees, and from now on nothing is in force. */
  ends?: boolean
  /** Gives the record its human number if it has none. */
  numbers?: boolean
  /** Registered without review, since nothing material changed. */
  editorial?: boolean
}

export interface Transition<T> {
  from: readonly string[]
  /** Whether this person may make it on this record at all; the state is checked apart. */
  who(actor: Actor, snapshot: Snapshot<T>): boolean
  /** Shape of the transition's own `data`; unknown fields are refused. */
  input?: z.ZodMiniType<{ [field: string]: unknown }>
  /** Its guards look at the records that link to this one. */
  incoming?: true
  /** Top-level fields whose values it takes out of the whole history; what `apply` gives for them stands there from then on. */
  erases?: readonly string[]
  /** What is still lacking; a non-empty list refuses the transition. */
  requires?(call: TransitionInput<T>): Missing[]
  apply(call: TransitionInput<T>): Outcome<T>
}

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

/** One sort of record, as a value: its outline, and the schema, states and rules by which it changes. */
export interface Kind<T extends object> extends Outline<T> {
  /** Series and shape of the human number, e.g. `B-2026-0001`. */
  number?: {
    series(today: string): string
    format(sequence: number, today: string): string
    when: 'created' | 'first-submit'
  }
  /** The shape of `data`; a draft may be incomplete, so nearly everything is optional. */
  schema: z.ZodMiniType<T>
  initial: string
  /** States in which PUT is taken. */
  editable: readonly string[]
  /** Top-level fields that only transitions and the product itself write. */
  managed: readonly string[]
  transitions: { readonly [name: string]: Transition<T> }
  orgUnitId(data: T): string | undefined
  /** Filled in at creation by the engine's caller: e.g. who initiated. */
  initialData?(data: T, actor: Actor, context: Context): T
  /** Refusals beyond the schema: personnummer in free text, end before start. `before` is absent at creation. */
  check?(data: T, context: Context, about: { id: string; actor: Actor; before?: T }): FieldError[]
  /** Derived top-level fields, recomputed at each save; `state` is the one it comes into. */
  derive?(data: T, context: Context, state: string): Partial<T>
  /** What a save takes back, e.g. an attestation of what has changed since. */
  settle?(before: T, data: T): T
  /** What the next transition lacks; `[]` when none is near. */
  missing(snapshot: Snapshot<T>, context: Context, actor: Actor): Missing[]
  unique(record: RecordOf<T>): { scope: string; value: string }[]
  /** The relation that leads to the record of this kind above, in which no circle may come to stand. */
  above?: string
  /** Relations of which the target keeps knowing when a link is taken away, for those who ask for the past. */
  rememberedLinks?: readonly string[]
  /** Version items renewed with each change, so that caches know (`meta#<name>`). */
  touches?: readonly string[]
  /** Faults of a comment's text beyond its length. */
  checkText?(text: string): FieldError[]
}

/** The kind itself, with its type inferred; a kind is data, so there is nothing to construct. */
export function defineKind<T extends object>(kind: Kind<T>): Kind<T> {
  return kind
}
