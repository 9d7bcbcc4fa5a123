import type { FieldChange } from '../api.ts'
import { sameJson } from '../canonical.ts'

interface Fields {
  [field: string]: unknown
}

/** The top-level fields that differ, with both values; sorted by field. */
export function diffFields(before: object, after: object): FieldChange[] {
  const from = before as Fields
  const to = after as Fields
  return differing(from, to).map((field) => ({
    pointer: `/${field}`,
    ...(from[field] !== undefined && { from: from[field] }),
    ...(to[field] !== undefined && { to: to[field] }),
  }))
}

/** JSON pointers of the top-level fields that differ. */
export function changedFields(before: object, after: object): string[] {
  return differing(before as Fields, after as Fields).map((field) => `/${field}`)
}

function differing(from: Fields, to: Fields): string[] {
  const fields = Object.keys(to)
  for (const field of Object.keys(from)) if (!Object.hasOwn(to, field)) fields.push(field)
  return fields.filter((field) => !sameJson(from[field], to[field])).sort()
}
