import type { FieldChange, LinkGroup, RevisionEntry } from '../../functions/register/api.ts'
import type { Note, RecordOf, Remark } from '../../functions/register/record.ts'
import type { Lack } from './problem.ts'

export type { FieldChange as Change, LinkGroup, Note, Remark, RevisionEntry as Revision }

/** What the API says of any record (api.md, record envelope). */
export type Envelope<T = { [field: string]: unknown }> = Omit<RecordOf<T>, 'names'>

/** The whole record as one caller sees it. */
export interface Full<T = { [field: string]: unknown }> extends Envelope<T> {
  missing: Lack[]
  allowed: string[]
}

export interface List<T> {
  items: T[]
  next?: string
}
