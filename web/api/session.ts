import { getJson, sendJson } from './request.ts'

export interface Session {
  person: { id: string; userId: string; displayName: string; orgUnitId?: string; title?: string }
  roles: { role: string; scopeOrgUnitId: string }[]
  language: 'sv' | 'en'
}

export interface SignInOptions {
  provider?: string
  people?: { userId: string; displayName: string; title?: string; unitName?: string }[]
}

/** @throws Problem with status 401 when nobody is signed in */
export function getSession(): Promise<Session> {
  return getJson<Session>('/api/session')
}

/** Remembers the language for this person. */
export async function putLanguage(language: 'sv' | 'en'): Promise<void> {
  await sendJson('PUT', '/api/session', { language })
}

/** Ends the session here; the answer may name where the identity provider signs out. */
export async function signOut(): Promise<string> {
  const { data } = await sendJson<{ redirect?: string; location?: string } | undefined>(
    'POST',
    '/api/session/logout',
    {},
  )
  return data?.redirect ?? data?.location ?? '/'
}

/** Where a browser goes to sign in and come back to an address of ours. */
export function signInAddress(returnTo: string, hint?: string): string {
  const query = new URLSearchParams({ returnTo, ...(hint ? { hint } : {}) })
  return `/api/session/login?${query}`
}
