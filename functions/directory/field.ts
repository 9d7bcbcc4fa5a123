import * as z from 'zod/mini'
import type { FieldError } from '../register/errors.ts'

/** Text of at least one sign, without blanks around it. */
export function line(maximum: number): z.ZodMiniType<string, string> {
  return z.string().check(z.minLength(1), z.maxLength(maximum), z.regex(/^\S(?:.*\S)?$/))
}

/** HSA-id: the organisation's country and number, then its own part. */
export const hsaId = z.string().check(z.regex(/^SE\d{10}-[A-Z0-9]{1,18}$/))

/** Calendar day, `YYYY-MM-DD`. */
export const date = z.iso.date()

/** Key of the record in the system it comes from, for imports that can be run again. */
export const externalKey = z.string().check(z.regex(/^\S{1,100}$/))

/** Faults for fields that may not change once set: what they say is what others rely on. */
export function fixedFields<T extends object>(
  before: T | undefined,
  after: T,
  fields: readonly (keyof T & string)[],
): FieldError[] {
  if (!before) return []
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ pointer: `/${field}`, code: 'fixed' }))
}
