import type { ActivityRecord } from './activities.ts'
import { allPages } from './all-pages.ts'
import type { LinkGroup, Revision } from './record.ts'
import { getJson } from './request.ts'

/** Which of a record's revisions is meant: the newest one when neither is given. */
export interface At {
  revision?: number
  /** A calendar day; the revision in force at its end. */
  asOf?: string
}

/** The activity as it was. @throws Problem 404 when it was not in force then */
export function readActivityAt(id: string, at: At): Promise<ActivityRecord> {
  const query = new URLSearchParams()
  if (at.revision !== undefined) query.set('revision', String(at.revision))
  else if (at.asOf) query.set('asOf', at.asOf)
  const text = query.toString()
  return getJson<ActivityRecord>(`/api/activities/${id}${text ? `?${text}` : ''}`)
}

/** Every entry of the history, newest first. */
export function revisionsOf(id: string): Promise<Revision[]> {
  return allPages<Revision>(`/api/activities/${id}/revisions?limit=200`)
}

/** What the activity points at and what points at it. */
export async function linksOf(id: string): Promise<LinkGroup[]> {
  return (await getJson<{ items: LinkGroup[] }>(`/api/activities/${id}/links`)).items
}
