import type { ActivityData } from '../data.ts'
import { findNationalIds } from '../national-id.ts'

interface Holder {
  [key: string]: unknown
}

/** The same data with every personnummer in its texts replaced; the source text keeps them. */
export function maskNationalIds(data: ActivityData, mask: string): ActivityData {
  return masked(data, mask) as ActivityData
}

/** Takes away the value at a JSON pointer, in place. */
export function removeAt(data: ActivityData, pointer: string): void {
  const path = pointer.split('/').slice(1)
  const key = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce<unknown>((value, step) => (value as Holder | undefined)?.[step], data)
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (typeof holder === 'object' && holder !== null) delete (holder as Holder)[key]
}

function masked(value: unknown, mask: string): unknown {
  if (typeof value === 'string') return maskText(value, mask)
  if (Array.isArray(value)) return value.map((item) => masked(item, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item, mask)]))
}

function maskText(text: string, mask: string): string {
  return findNationalIds(text)
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}${mask}${rest.slice(end)}`, text)
}
