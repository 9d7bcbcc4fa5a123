import { fieldAt, type SecrecyMark } from '../../functions/register/secrecy-mark.ts'
import type { Full } from '../api/record.ts'

/** A record whose fields may be marked as secret, and how they are told. */
export interface Markable {
  plural: string
  record: Full<object>
  name: string
  /** Fields that may be marked. */
  fields: readonly string[]
  labelOf: (field: string) => string
  /** Those who do not decide on secrecy make a proposal with the same dialog. */
  mayPropose?: boolean
}

/** The marks of a record as it is shown. */
export function marksOf({ data }: Full<object>): SecrecyMark[] {
  return (data as { secrecyMarks?: SecrecyMark[] }).secrecyMarks ?? []
}

/** Fields that may be marked and are not. */
export function unmarked({ record, fields }: Markable): string[] {
  const marked = new Set(marksOf(record).map(({ fieldPath }) => fieldAt(fieldPath)))
  return fields.filter((field) => !marked.has(field))
}
