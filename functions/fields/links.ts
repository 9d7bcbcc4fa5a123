import type { Link } from '../register/outline.ts'
import type { Field } from './field.ts'

/** Records that would be linked to by too many to be read from their end. */
const unchecked = ['orgUnit', 'person']

/**
 * Every link that `data` holds, by its fields: the relation is the top-level field's name, the pointer says where it stands.
 * Org units and people are only looked up; other records know of the link.
 */
export function linksOf(fields: readonly Field[], data: object): Link[] {
  const links: Link[] = []
  for (const field of linking(fields)) {
    const value = (data as { [name: string]: unknown })[field.name]
    if (value !== undefined) links.push(...linksAt(field, value, `/${field.name}`, field.name))
  }
  return links
}

const known = new WeakMap<readonly Field[], readonly Field[]>()

/** Those of the fields that hold links, of which a form has few. */
function linking(fields: readonly Field[]): readonly Field[] {
  const found = known.get(fields) ?? fields.filter(isLinking)
  known.set(fields, found)
  return found
}

function isLinking({ type, kind, fields = [] }: Field): boolean {
  return type === 'group' ? fields.some(isLinking) : type === 'ref' && kind !== undefined
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
