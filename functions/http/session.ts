import { randomUUID } from 'node:crypto'
import { ConditionFailed, type Item, type Json, type Key, type Store } from '../store/store.ts'
import type { Device } from './device.ts'
import type { Language } from './language.ts'
import { hashOf, newSecret } from './secret.ts'
import { spokenItem } from './spoken-language.ts'

/** Without a request for this long, a session ends. */
export const sessionIdleMs = 60 * 60 * 1000
/** However busy, a session ends after this. */
export const sessionLifeMs = 10 * 60 * 60 * 1000
/** How exact the last request is kept: not every request is worth a write. */
export const sessionSeenEveryMs = 60 * 1000

/** What the product remembers of a signed-in browser. No token and nothing about the person but the id. */
export interface Session {
  personId: string
  language: Language
  /** RFC 3339 UTC. */
  startedAt: string
  seenAt: string
  /** Where it was begun, so that its owner knows it again. */
  device?: Device
  /** The person proved anew who they are to begin it, instead of being known to the identity provider already. */
  proven?: boolean
}

/** How a session begins. */
export type Beginning = Pick<Session, 'device' | 'proven'>

export interface Sessions {
  /** A new session; gives the secret that its cookie holds. */
  start(personId: string, language: Language, how?: Beginning): Promise<string>
  /** The session of a cookie, kept alive by the reading; undefined when unknown, ended or past a limit. */
  read(secret: string): Promise<Session | undefined>
  /** Whether the session of a cookie holds; asking does not keep it alive. */
  holds(secret: string): Promise<boolean>
  /** The choice also outlives the session. */
  setLanguage(secret: string, language: Language): Promise<boolean>
  /** Ends it at once, in every process. */
  end(secret: string): Promise<void>
}

/** Sessions kept in the store under the hash of their secret, so that they outlive a process. */
export function createSessions({ store, now }: { store: Store; now(): string }): Sessions {
  const live = async (secret: string): Promise<{ session: Session; version: number } | undefined> => {
    const item = await store.get(keyOf(secret))
    const session = item?.body as unknown as Session | undefined
    return session && !isOver(session, Date.parse(now())) ? { session, version: item?.version ?? 1 } : undefined
  }
  const change = async (secret: string, part: Partial<Session>): Promise<Session | undefined> => {
    const held = await live(secret)
    if (!held) return undefined
    const session = { ...held.session, ...part }
    try {
      const put = itemOf(secret, session, held.version + 1)
      await store.commit([{ put, if: { version: held.version } }], randomUUID())
      return session
    } catch (error) {
      if (error instanceof ConditionFailed) return error.current ? change(secret, part) : undefined
      throw error
    }
  }

  return {
    start: async (personId, language, how) => {
      const secret = newSecret()
      const session: Session = { personId, language, startedAt: now(), seenAt: now(), ...how }
      const item = itemOf(secret, session, 1)
      const beside = { ...personSessionKey(session, hashOf(secret)), body: null, expiresAt: item.expiresAt }
      await store.commit([{ put: item, if: 'absent' }, { put: beside }], randomUUID())
      return secret
    },
    read: async (secret) => {
      const held = await live(secret)
      if (!held) return undefined
      const seenMsAgo = Date.parse(now()) - Date.parse(held.session.seenAt)
      return seenMsAgo < sessionSeenEveryMs ? held.session : change(secret, { seenAt: now() })
    },
    holds: async (secret) => (await live(secret)) !== undefined,
    setLanguage: async (secret, language) => {
      const session = await change(secret, { language, seenAt: now() })
      if (session) await store.commit([{ put: spokenItem(session.personId, language) }], randomUUID())
      return session !== undefined
    },
    end: (secret) => store.commit([{ delete: keyOf(secret) }], randomUUID()),
  }
}

function keyOf(secret: string): Key {
  return sessionKey(hashOf(secret))
}

/** Where the session with this hash of its secret stands. */
export function sessionKey(hash: string): Key {
  return { pk: `session#${hash}`, sk: 'head' }
}

/** Where a person's sessions are found, the newest last. */
export function personSessions(personId: string): string {
  return `session#of#${personId}`
}

function personSessionKey({ personId, startedAt }: Session, hash: string): Key {
  return { pk: personSessions(personId), sk: `${startedAt}#${hash}` }
}

function isOver(session: Session, nowMs: number): boolean {
  return nowMs >= overAt(session)
}

/** When it ends if nothing more is asked, in milliseconds. */
export function overAt(session: Session): number {
  return Math.min(Date.parse(session.seenAt) + sessionIdleMs, Date.parse(session.startedAt) + sessionLifeMs)
}

function itemOf(secret: string, session: Session, version: number): Item & { expiresAt: number } {
  const expiresAt = Math.ceil((Date.parse(session.startedAt) + sessionLifeMs) / 1000)
  return { ...keyOf(secret), version, expiresAt, body: { ...session } as unknown as Json }
}
