import type { Link } from '../register/kind.ts'
import type { Field } from './field.ts'

/** Records that would be linked to by too many to be read from their end. */
const unchecked = ['orgUnit', 'person']

/**
 * Every link that `data` holds, by its fields: the relation is the top-level field's name, the pointer says where it stands.
 * Org units and people are only looked up; other records know of the link.
 */
export function linksOf(fields: readonly Field[], data: object): Link[] {
  return fields.flatMap((field) =>
    linksAt(field, (data as { [name: string]: unknown })[field.name], `/${field.name}`, field.name),
  )
}

function linksAt(field: Field, value: unknown, pointer: string, rel: string): Link[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((one, at) => linksAt(field, one, `${pointer}/${at}`, rel))
  if (field.type === 'group') {
    const holder = value as { [name: string]: unknown }
    return (field.fields ?? []).flatMap((inner) => linksAt(inner, holder[inner.name], `${pointer}/${inner.name}`, rel))
  }
  if (field.type !== 'ref' || !field.kind) return []
  return [{ rel, pointer, kind: field.kind, id: String(value), checked: !unchecked.includes(field.kind) }]
}
