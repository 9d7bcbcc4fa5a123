import type { At } from '../../api/records.ts'

/** Which part of a record's page is shown, and as of when. */
export interface Place<P extends string = string> extends At {
  part: P
}

/** Reads a record page's address; an unknown part is the first. */
export function placeOf<P extends string>(
  parts: readonly P[],
  part: string | undefined,
  query: { [name: string]: string | undefined },
): Place<P> {
  const revision = Number(query['revision'])
  return {
    part: parts.find((name) => name === part) ?? parts[0]!,
    ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(query['asOf'] ?? '') ? { asOf: query['asOf'] } : {}),
  }
}

/** The address of a part under the record's own; the point in time follows along. */
export function partAddress(own: string, place: Place): string {
  const query = new URLSearchParams()
  if (place.revision !== undefined) query.set('revision', String(place.revision))
  if (place.asOf) query.set('asOf', place.asOf)
  const path = place.part === 'oversikt' ? own : `${own}/${place.part}`
  return query.size ? `${path}?${query}` : path
}

/** Whether the page shows the past. */
export function isPast(place: Place): boolean {
  return place.revision !== undefined || place.asOf !== undefined
}
