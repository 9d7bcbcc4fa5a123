import { isDate } from '../fields/date-text.ts'

/** Parts of a record, in the order of the tabs; the address holds the part. */
export const parts = ['oversikt', 'svar', 'samband', 'historik', 'kommentarer'] as const

export type PartName = (typeof parts)[number]

/** Parts reached from the menu, without a tab of their own. */
export type Hidden = 'information' | 'utskrift'

export interface Place {
  part: PartName | Hidden
  revision?: number
  asOf?: string
}

/** Reads a record page's address; an unknown part is the overview. */
export function placeOf(part: string | undefined, query: { [name: string]: string | undefined }): Place {
  const known = [...parts, 'information', 'utskrift'] as const
  const revision = Number(query['revision'])
  return {
    part: known.find((name) => name === part) ?? 'oversikt',
    ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
    ...(isDate(query['asOf'] ?? '') ? { asOf: query['asOf'] } : {}),
  }
}

/** The address of a part; the point in time follows along. */
export function partAddress(id: string, place: Place): string {
  const path = place.part === 'oversikt' ? `/behandlingar/${id}` : `/behandlingar/${id}/${place.part}`
  const query = new URLSearchParams()
  if (place.revision !== undefined) query.set('revision', String(place.revision))
  if (place.asOf) query.set('asOf', place.asOf)
  return query.size ? `${path}?${query}` : path
}
