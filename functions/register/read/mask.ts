import type { Outline } from '../outline.ts'
import { withoutAbsent } from '../present.ts'
import type { RecordOf } from '../record.ts'
import { fieldAt, type Marked } from '../secrecy-mark.ts'

/** Top-level field -> the provision that it is secret under. */
export type Secrets = { readonly [field: string]: string }

/**
 * The secret top-level fields that hold a value in `data`: those of the kind and those marked on the record, whole even when
 * only something within them is marked. What is marked in `current`, the record as it is now, is secret in its past as well.
 */
export function secretFields<T extends object>(kind: Outline<T>, data: T, current: T = data): Secrets {
  const values = data as { [field: string]: unknown }
  const found: { [field: string]: string } = {}
  const add = (field: string, provision: string) => {
    if (Object.hasOwn(values, field) && values[field] !== undefined) found[field] = provision
  }
  for (const field of Object.keys(kind.secrets)) add(field, kind.secrets[field] as string)
  for (const marked of current === data ? [data] : [current, data])
    for (const { fieldPath, provision } of (marked as Marked).secrecyMarks ?? [])
      add(fieldAt(fieldPath), `OSL ${provision.replace(/^OSL /, '')}`)
  return found
}

/** `data` with each secret field reading `{ secrecy: <provision> }`. */
export function maskFields<T extends object>(data: T, secrets: Secrets): T {
  const masked = Object.entries(secrets).map(([field, provision]) => [field, { secrecy: provision }])
  return { ...data, ...Object.fromEntries(masked) }
}

/** The record without its secret fields and the names of what they link to, as rows and links show it to everybody. */
export function withoutSecrets<T extends object>(kind: Outline<T>, record: RecordOf<T>): RecordOf<T> {
  const secrets = secretFields(kind, record.data)
  if (Object.keys(secrets).length === 0) return record
  const { names, ...rest } = record
  const open = { ...record.data } as { [field: string]: unknown }
  for (const field of Object.keys(secrets)) open[field] = undefined
  const data = withoutAbsent(open) as T
  if (!names) return { ...rest, data }
  const linked = new Set(kind.links(data).map(({ id }) => id))
  return { ...rest, data, names: Object.fromEntries(Object.entries(names).filter(([id]) => linked.has(id))) }
}

/** Whether a value is the mask itself, as a client sends it back unchanged. */
export function isMask(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'secrecy'
}
