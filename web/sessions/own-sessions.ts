import { getJson, sendJson } from '../api/request.ts'

/** A browser in which somebody is signed in. */
export interface OpenSession {
  id: string
  /** RFC 3339. */
  startedAt: string
  seenAt: string
  endsAt: string
  device?: { browser: string; system: string }
  /** Whether it is this browser. */
  here: boolean
}

export interface OwnSessions {
  items: OpenSession[]
  /** Whether the person has proven anew who they are, lately enough to end sessions elsewhere. */
  mayEnd: boolean
}

/** Where one is signed in. */
export function readOwnSessions(): Promise<OwnSessions> {
  return getJson<OwnSessions>('/api/session/open')
}

/** Ends these of one's own sessions; tells how many held. @throws Problem */
export async function endOwnSessions(ids: readonly string[]): Promise<number> {
  const { data } = await sendJson<{ ended: number }>('POST', '/api/session/end', { ids })
  return data.ended
}
