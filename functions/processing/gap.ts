import type { ActivityData } from './data.ts'
import type { Gap } from './question.ts'

/** Nothing there: absent, blank, or a list or group that holds nothing. `false` and `0` are values. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

/** A gap when the field is empty. `text`: key of the sentence, when it is not the question's own. */
export function lacking(data: ActivityData, field: keyof ActivityData, text?: string): Gap[] {
  return isEmpty(data[field]) ? [gap(field, text)] : []
}

/** A gap at a top-level field. */
export function gap(field: keyof ActivityData, text?: string, params?: Gap['params']): Gap {
  return { pointer: `/${field}`, ...(text ? { text } : {}), ...(params ? { params } : {}) }
}
