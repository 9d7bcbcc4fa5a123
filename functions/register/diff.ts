import { sameJson } from './canonical.ts'
import type { FieldChange } from './api.ts'

/** The top-level fields that differ, with both values; sorted by field. */
export function diffFields(before: object, after: object): FieldChange[] {
  const from = before as { [field: string]: unknown }
  const to = after as { [field: string]: unknown }
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .sort()
    .filter((field) => !sameJson(from[field], to[field]))
    .map((field) => ({
      pointer: `/${field}`,
      ...(from[field] !== undefined && { from: from[field] }),
      ...(to[field] !== undefined && { to: to[field] }),
    }))
}

/** JSON pointers of the top-level fields that differ. */
export function changedFields(before: object, after: object): string[] {
  return diffFields(before, after).map((change) => change.pointer)
}
