import type { Actor } from './actor.ts'
import type { Missing, RegisterError } from './errors.ts'
import type { Kind } from './kind.ts'
import type { Outline } from './outline.ts'
import type { Head, Note, RecordOf } from './record.ts'

/** Severity of a finding: kritisk, hög, medel, låg. */
export type Severity = 'K' | 'H' | 'M' | 'L'

/** A computed shortcoming. `blocks`: also stands in the way of registration. */
export interface Finding {
  rule: string
  severity: Severity
  pointer: string
  source: string
  blocks?: boolean
  params?: { [name: string]: string | number }
}

/** A finding as it is shown: with what is wrong, what to do, and the law behind it, in words. */
export interface ToldFinding extends Finding {
  detail: string
  action: string
  law: string
}

/** A record as one caller sees it: masked, with what that caller may do now. */
export interface Shown<T> {
  record: RecordOf<T>
  missing: Missing[]
  allowed: string[]
}

/** The envelope, with `data` cut to the kind's summary fields. */
export interface Summary extends Head {
  data: { [field: string]: unknown }
}

export interface ListPage {
  items: Summary[]
  next?: string
}

export interface ListQuery {
  q?: string
  /** Values of each of the kind's filters; several values of one filter mean any of them. */
  filters?: { [name: string]: readonly string[] }
  /** These records and no others, in this order, whatever their state; those the caller may not read are left out. */
  ids?: readonly string[]
  /** `name` or `-name`. */
  sort?: string
  limit?: number
  cursor?: string
  /** A date (the end of that day) or an RFC 3339 time; already turned into RFC 3339 UTC by the caller. */
  asOf?: string
}

/** One entry of a record's history. `changed`: JSON pointers of top-level fields, `hash`: the link of the chain. */
export interface RevisionEntry {
  revision: number
  state: string
  at: string
  by: string
  transition?: string
  comment?: string
  editorial?: boolean
  registered?: boolean
  changed: string[]
  hash: string
}

export interface FieldChange {
  pointer: string
  from?: unknown
  to?: unknown
}

export interface LinkGroup {
  rel: string
  direction: 'out' | 'in'
  items: { kind: string; id: string; number?: string; name?: string; state?: string }[]
  /** More records point here than are shown; stands on the last group that comes in. */
  more?: true
}

export interface CreateOptions {
  comment?: string
  /** Idempotency-Key of this caller with the SHA-256 of the body it came with. */
  idempotency?: { key: string; bodyHash: string }
  /** A given id is for the product's own use (demo data, import). */
  id?: string
  /** The state it is created in, past all guards (domain 10.27); heeded for the product itself only. */
  state?: string
}

/** One of many records to be saved. */
export interface Saving<T extends object> {
  /** Absent: a new record. Of no record yet: a new one under this id, so that what was interrupted may be run again. */
  id?: string
  /** The revision that must be the newest; any, when absent. */
  revision?: number
  /** What the data becomes, or how to tell from the record as it is (unmasked); undefined leaves it as it is. */
  data: unknown | ((before: RecordOf<T> | undefined) => unknown)
  /** The state to be put in; only with `managed`. */
  state?: string
  comment?: string
}

export type Saved<T extends object> =
  { status: 'created' | 'updated' | 'unchanged'; record: RecordOf<T> } | { status: 'refused'; error: RegisterError }

export interface SaveManyOptions {
  /** The product itself fills in fields of the register's own side and states; everything else is the actor's to do. */
  managed?: boolean
}

export interface Page<T> {
  items: T[]
  next?: string
}

export interface PageQuery {
  limit?: number
  cursor?: string
}

/** What a list in the common order is asked for. */
export type PlainQuery = Pick<ListQuery, 'filters' | 'cursor' | 'limit'>

/**
 * What it takes to know the organisation and to write to people: records by id and plain lists. Every call takes the caller and applies the
 * kind's policy: a record that may not be read is `not-found`, or left out.
 */
export interface ReadingEngine {
  /** Those of the records that the caller may read, in input order. */
  getMany<T extends object>(kind: Outline<T>, ids: readonly string[], actor: Actor): Promise<RecordOf<T>[]>
  list<T extends object>(kind: Outline<T>, query: PlainQuery, actor: Actor): Promise<ListPage>
}

/** Everything that can be done with records. One that may be read but not changed is `forbidden`. */
export interface Engine extends ReadingEngine {
  get<T extends object>(
    kind: Kind<T>,
    id: string,
    actor: Actor,
    at?: { revision?: number; asOf?: string },
  ): Promise<Shown<T>>
  list<T extends object>(kind: Outline<T>, query: ListQuery, actor: Actor): Promise<ListPage>
  /**
   * Several kinds as one list by name; a search and an order by date give one kind after the other. Every kind must know every
   * filter of the query.
   */
  listTogether(kinds: readonly Outline<object>[], query: ListQuery, actor: Actor): Promise<ListPage>
  revisions<T extends object>(kind: Kind<T>, id: string, actor: Actor, page?: PageQuery): Promise<Page<RevisionEntry>>
  diff<T extends object>(kind: Kind<T>, id: string, from: number, to: number, actor: Actor): Promise<FieldChange[]>
  links<T extends object>(kind: Kind<T>, id: string, actor: Actor): Promise<LinkGroup[]>
  create<T extends object>(kind: Kind<T>, data: unknown, actor: Actor, options?: CreateOptions): Promise<Shown<T>>
  update<T extends object>(
    kind: Kind<T>,
    id: string,
    revision: number,
    data: unknown,
    actor: Actor,
    comment?: string,
  ): Promise<Shown<T>>
  transition<T extends object>(
    kind: Kind<T>,
    id: string,
    revision: number,
    move: { transition: string; comment?: string; data?: unknown },
    actor: Actor,
  ): Promise<Shown<T>>
  /** Each record by itself, as `create` and `update` would, with an answer for each in input order; equal data is no revision. */
  saveMany<T extends object>(
    kind: Kind<T>,
    items: readonly Saving<T>[],
    actor: Actor,
    options?: SaveManyOptions,
  ): Promise<Saved<T>[]>
  comments<T extends object>(kind: Kind<T>, id: string, actor: Actor, page?: PageQuery): Promise<Page<Note>>
  comment<T extends object>(
    kind: Kind<T>,
    id: string,
    note: { text: string; pointer?: string },
    actor: Actor,
  ): Promise<Note>
}
