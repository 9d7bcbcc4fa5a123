import type { ActivityData } from './data.ts'
import { activityFields } from './form.ts'
import { isEmpty } from './gap.ts'
import type { Field } from './question.ts'

/** Fields of which a change needs the coordinator's and the DSO's review again (domain 10.7). */
export const materialFields: readonly string[] = activityFields
  .filter((field) => field.material)
  .map((field) => field.name)

/** Whether anything changed that needs review again; the order of choices and inner notes do not count. */
export function isMaterial(before: ActivityData, after: ActivityData): boolean {
  return materialChanges(before, after).length > 0
}

/** Names of the fields whose change needs review again. */
export function materialChanges(before: ActivityData, after: ActivityData): string[] {
  return activityFields
    .filter((field) => field.material && essence(field, before[field.name]) !== essence(field, after[field.name]))
    .map((field) => field.name)
}

function essence(field: Field, value: unknown): string {
  if (isEmpty(value)) return ''
  if (!Array.isArray(value)) return JSON.stringify(single(field, value))
  const items = value.map((item) => JSON.stringify(single(field, item)))
  return (field.type === 'object' ? items : items.toSorted()).join()
}

function single(field: Field, value: unknown): unknown {
  if (field.type !== 'object' || typeof value !== 'object' || value === null) return value
  const entries = (field.fields ?? [])
    .filter((inner) => inner.material !== false)
    .map((inner) => [inner.name, essence(inner, (value as { [name: string]: unknown })[inner.name])])
  return Object.fromEntries(entries.filter(([, inner]) => inner !== ''))
}
