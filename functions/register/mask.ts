import type { Kind, RecordOf } from './kind.ts'

interface Marked {
  secrecyMarks?: { fieldPath: string; provision: string }[]
}

/** The secret top-level fields of this record that hold a value, with their provision: the kind's own and those marked on the record. */
export function secretFields<T extends object>(kind: Kind<T>, data: T): { [field: string]: string } {
  const values = data as { [field: string]: unknown }
  const marked = ((data as Marked).secrecyMarks ?? []).map((mark) => [
    mark.fieldPath.replace(/^\//, '').split('/')[0] ?? '',
    `OSL ${mark.provision.replace(/^OSL /, '')}`,
  ])
  const all = { ...kind.secrets, ...Object.fromEntries(marked) } as { [field: string]: string }
  return Object.fromEntries(Object.entries(all).filter(([field]) => values[field] !== undefined))
}

/** `data` with each secret field reading `{ secrecy: <provision> }`. */
export function maskFields<T extends object>(data: T, secrets: { [field: string]: string }): T {
  const masked = Object.entries(secrets).map(([field, provision]) => [field, { secrecy: provision }])
  return { ...data, ...Object.fromEntries(masked) }
}

/** The record without its secret fields, as rows and names show it to everybody. */
export function withoutSecrets<T extends object>(kind: Kind<T>, record: RecordOf<T>): RecordOf<T> {
  const secrets = secretFields(kind, record.data)
  if (Object.keys(secrets).length === 0) return record
  return {
    ...record,
    data: Object.fromEntries(Object.entries(record.data).filter(([field]) => !(field in secrets))) as T,
  }
}

/** Whether a value is the mask itself, as a client sends it back unchanged. */
export function isMask(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'secrecy'
}
