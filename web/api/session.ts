import { inMemory } from '../stash/memory.ts'
import { Problem } from './problem.ts'
import { getJson, sendJson } from './request.ts'

export interface Session {
  person: { id: string; userId: string; displayName: string; orgUnitId?: string; title?: string }
  roles: { role: string; scopeOrgUnitId: string }[]
  language: 'sv' | 'en'
  /** When it ends however much is done, RFC 3339. */
  endsAt?: string
  /** Opens what this person has written and not saved in this browser. */
  stashKey?: string
}

export interface SignInOptions {
  provider?: string
  hasSession?: boolean
  people?: { userId: string; displayName: string; title?: string; unitName?: string }[]
}

const place = 'forteckna.signed-in'

/**
 * Who is signed in; undefined when nobody is. A browser that has had a session asks for it straight away; any other
 * first asks whether it brings one, so that a first visit makes no error.
 */
export async function getSession(): Promise<Session | undefined> {
  try {
    if (!hadSession() && !(await getSignInOptions()).hasSession) return undefined
    const session = await getJson<Session>('/api/session')
    keepSession(true)
    return session
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) throw error
    keepSession(false)
    return undefined
  }
}

function hadSession(): boolean {
  return !!inMemory((memory) => memory.getItem(place))
}

function keepSession(had: boolean): void {
  inMemory((memory) => (had ? memory.setItem(place, '1') : memory.removeItem(place)))
}

/** How one signs in here. */
export function getSignInOptions(): Promise<SignInOptions> {
  return getJson<SignInOptions>('/api/session/options')
}

/** Remembers the language for this person. */
export async function putLanguage(language: 'sv' | 'en'): Promise<void> {
  await sendJson('PUT', '/api/session', { language })
}

/** Ends the session here; the answer may name where the identity provider signs out. */
export async function signOut(): Promise<string> {
  const { data } = await sendJson<{ location: string }>('POST', '/api/session/logout', {})
  keepSession(false)
  return data.location
}

/** Where a browser goes to sign in and come back to an address of ours. */
export function signInAddress(returnTo: string, hint?: string): string {
  const query = new URLSearchParams({ returnTo, ...(hint ? { hint } : {}) })
  return `/api/session/login?${query}`
}
