import { allPages } from './all-pages.ts'
import type { Full, LinkGroup, Note, Revision } from './record.ts'
import { getJson, sendJson } from './request.ts'

/** Which of a record's revisions is meant: the newest one when neither is given. */
export interface At {
  revision?: number
  /** A calendar day; the revision in force at its end. */
  asOf?: string
}

/** A record of any kind, now or as it was. @throws Problem 404 when it was not in force then */
export function readRecord<T>(plural: string, id: string, at: At = {}): Promise<Full<T>> {
  const query = new URLSearchParams()
  if (at.revision !== undefined) query.set('revision', String(at.revision))
  else if (at.asOf) query.set('asOf', at.asOf)
  return getJson<Full<T>>(`/api/${plural}/${id}${query.size ? `?${query}` : ''}`)
}

/** Creates a record of any kind; the same key again answers with the same record. @throws Problem */
export async function createRecord<T>(plural: string, data: object, key: string): Promise<Full<T>> {
  return (await sendJson<Full<T>>('POST', `/api/${plural}`, { data }, { idempotencyKey: key })).data
}

/** Replaces a record's data. @throws Problem 412 when somebody saved in between */
export async function updateRecord<T>(
  plural: string,
  id: string,
  revision: number,
  data: object,
  comment?: string,
): Promise<Full<T>> {
  const body = { data, ...(comment ? { comment } : {}) }
  return (await sendJson<Full<T>>('PUT', `/api/${plural}/${id}`, body, { ifMatch: revision })).data
}

/** Moves a record of any kind to another state. @throws Problem 409 with what is missing */
export async function moveRecord<T>(
  plural: string,
  id: string,
  revision: number,
  transition: string,
  more: { data?: object; comment?: string } = {},
): Promise<Full<T>> {
  const body = { transition, ...more }
  return (await sendJson<Full<T>>('POST', `/api/${plural}/${id}/transitions`, body, { ifMatch: revision })).data
}

/** Every entry of a record's history, newest first. */
export function revisionsOfRecord(plural: string, id: string): Promise<Revision[]> {
  return allPages<Revision>(`/api/${plural}/${id}/revisions?limit=200`)
}

/** What a record points at and what points at it. */
export async function linksOfRecord(plural: string, id: string): Promise<LinkGroup[]> {
  return (await getJson<{ items: LinkGroup[] }>(`/api/${plural}/${id}/links`)).items
}

/** All comments on a record, oldest first. */
export function commentsOfRecord(plural: string, id: string): Promise<Note[]> {
  return allPages<Note>(`/api/${plural}/${id}/comments?limit=200`)
}

/** Adds a comment to a record. @throws Problem */
export async function commentRecord(plural: string, id: string, text: string): Promise<Note> {
  return (await sendJson<Note>('POST', `/api/${plural}/${id}/comments`, { text })).data
}
