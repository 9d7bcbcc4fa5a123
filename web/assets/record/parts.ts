import type { At } from '../../api/records.ts'
import { assetAddress, type AssetKind } from '../asset.ts'

/** Parts of an asset's page, in the order of the tabs; the address holds the part. */
export const parts = ['oversikt', 'samband', 'dokument', 'historik', 'kommentarer'] as const

export type PartName = (typeof parts)[number]

export interface Place extends At {
  part: PartName
}

/** Reads a record page's address; an unknown part is the overview. */
export function placeOf(part: string | undefined, query: { [name: string]: string | undefined }): Place {
  const revision = Number(query['revision'])
  return {
    part: parts.find((name) => name === part) ?? 'oversikt',
    ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(query['asOf'] ?? '') ? { asOf: query['asOf'] } : {}),
  }
}

/** The address of a part; the point in time follows along. */
export function partAddress(kind: AssetKind, id: string, place: Place): string {
  const query = new URLSearchParams()
  if (place.revision !== undefined) query.set('revision', String(place.revision))
  if (place.asOf) query.set('asOf', place.asOf)
  const path = assetAddress(kind, id, place.part === 'oversikt' ? '' : place.part)
  return query.size ? `${path}?${query}` : path
}
