import type { ActivityData } from '../../functions/processing/data.ts'
import { allPages } from './all-pages.ts'
import type { Envelope, Full, List, Note, Revision } from './record.ts'
import { getJson, sendJson } from './request.ts'

/** An activity as this person sees it. */
export type ActivityRecord = Full<ActivityData>

/** An activity as lists show it. */
export type ActivitySummary = Envelope<
  Pick<ActivityData, 'name' | 'orgUnitId' | 'initiatorId' | 'submittedAt' | 'registeredAt' | 'nextReviewDate'>
>

export interface Similar {
  id: string
  number?: string
  name: string
  orgUnitId?: string
  state: string
  score: number
}

const base = '/api/activities'

/** @throws Problem */
export function readActivity(id: string): Promise<ActivityRecord> {
  return getJson<ActivityRecord>(`${base}/${id}`)
}

/** Creates a draft; the same key again answers with the same draft. */
export async function createActivity(data: ActivityData, key: string): Promise<ActivityRecord> {
  return (await sendJson<ActivityRecord>('POST', base, { data }, { idempotencyKey: key })).data
}

/** Replaces a draft's data. @throws Problem 412 when somebody saved in between */
export async function updateActivity(id: string, revision: number, data: ActivityData): Promise<ActivityRecord> {
  return (await sendJson<ActivityRecord>('PUT', `${base}/${id}`, { data }, { ifMatch: revision })).data
}

/** Moves a record to another state. @throws Problem 409 with what is missing */
export async function moveActivity(
  id: string,
  revision: number,
  move: { transition: string; comment?: string; data?: object },
): Promise<ActivityRecord> {
  return (await sendJson<ActivityRecord>('POST', `${base}/${id}/transitions`, move, { ifMatch: revision })).data
}

/** Records like this one, of the same controller. */
export async function similarActivities(
  query: { name?: string; purpose?: string; controllerOrgUnitId?: string; exclude?: string },
  signal?: AbortSignal,
): Promise<Similar[]> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return (await getJson<List<Similar>>(`${base}/similar?${new URLSearchParams(given)}`, signal)).items
}

/** All comments on a record, oldest first. */
export async function commentsOf(id: string): Promise<Note[]> {
  return allPages<Note>(`${base}/${id}/comments?limit=200`)
}

/** Every revision of a record, oldest first. */
export async function historyOf(id: string): Promise<Revision[]> {
  return (await allPages<Revision>(`${base}/${id}/revisions?limit=200`)).toSorted((a, b) => a.revision - b.revision)
}

/** Adds a comment, at a question when there is a pointer. */
export async function addComment(id: string, note: { text: string; pointer?: string }): Promise<Note> {
  return (await sendJson<Note>('POST', `${base}/${id}/comments`, note)).data
}
