import type { Actor } from '../register/actor.ts'
import type { Kind } from '../register/kind.ts'

export type Language = 'sv' | 'en'

/** A text in both languages. */
export type Words = { readonly [language in Language]: string }

/** Why a cell cannot be taken; its sentence stands in `text/<language>/intake.json` under `faults`. */
export interface CellFault {
  code: string
  params?: { [name: string]: string | number }
  /** A name that the register does not know, e.g. of a unit; listed apart, never made. */
  unknown?: string
}

/** What a cell says: a value, or why there is none. `kept`: the cell stands for something its reader may not see. */
export type Parsed = { value: unknown } | { fault: CellFault } | { kept: true }

/** What cells name: units, people, suppliers and other records, by name and by id. All answers are from memory. */
export interface World {
  /** The record that a text names. */
  find(kind: string, text: string): Parsed
  /** How a record is named in a file, so that `find` knows it again. */
  name(kind: string, id: string): string
}

/** One thing that a column of a file may hold. */
export interface IntakeColumn {
  /** `serialNumber`, or `location.site` for an attribute of a group. */
  field: string
  /** The member of `data` it lives in. */
  top: string
  label: Words
  /** What it may be called in a file, beside its labels. */
  headings: readonly string[]
  /** The section of the form it belongs to, in words. */
  group?: Words
  /** Without it a new record is refused. */
  required?: boolean
  parse(text: string, world: World): Parsed
  /** As `parse` reads it again; '' for nothing. */
  write(value: unknown, world: World, language: Language): string
  read(data: object): unknown
  /** The member's value with the column's put in; undefined clears it. */
  put(top: unknown, value: unknown): unknown
  /** Kinds of records it names. */
  names: readonly string[]
}

/** One way of knowing which record a row is about. */
export interface MatchRule {
  id: string
  label: Words
  /** Columns that must all be filled; the first is looked up, the others compared. */
  columns: readonly string[]
  /** `number`: the register's own number; `external`: the source's own key; `exact`: a value that records are found by exactly; `name`: any of the names a record goes by. */
  by: 'number' | 'external' | 'exact' | 'name'
}

/** What a merge of values from outside into a record's data is told. */
export interface Received {
  /** `import:sccm` or `feed:sccm` */
  origin: string
  at: string
  /** What becomes of a value somebody has set by hand. */
  manual: 'keep' | 'replace'
}

/** A kind of record that files may be read into; services define them. */
export interface IntakeTarget {
  // oxlint-disable-next-line typescript/no-explicit-any -- targets of different data stand in one list
  kind: Kind<any>
  /** What one of them is called. */
  label: Words
  columns: readonly IntakeColumn[]
  rules: readonly MatchRule[]
  /** The source's own keys are kept with the record. */
  keepsKeys: boolean
  /** A file may say which state a record is in; the words for each state. */
  states?: { readonly [state: string]: Words }
  /** What the record becomes with these members of `data` received; undefined members are cleared. */
  receive(before: object | undefined, members: { readonly [top: string]: unknown }, how: Received): object
  /** What two spellings of one name have in common: a new record that looks like another is refused, never merged. */
  alike?(name: string): string
  /** Whether this person may read files in at all. */
  mayUse(actor: Actor): boolean
}

/** Columns that are no field: the register's own number, the key of the source, the state. */
export const ownColumns = { number: '#number', key: '#key', state: '#state' } as const
