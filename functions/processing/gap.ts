import type { ActivityData } from './data.ts'
import type { Gap } from './question.ts'

/** Nothing there: absent, blank or an empty list. `false` and `{}` are values. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** A gap when the field is empty. `text`: key of the sentence, when it is not the question's own. */
export function lacking(data: ActivityData, field: keyof ActivityData, text?: string): Gap[] {
  return isEmpty(data[field]) ? [gap(field, text)] : []
}

/** A gap at a top-level field. */
export function gap(field: keyof ActivityData, text?: string, params?: Gap['params']): Gap {
  return { pointer: `/${field}`, ...(text ? { text } : {}), ...(params ? { params } : {}) }
}
