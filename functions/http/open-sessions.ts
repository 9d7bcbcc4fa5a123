import { randomUUID } from 'node:crypto'
import type { Store } from '../store/store.ts'
import { hashOf } from './secret.ts'
import { overAt, personSessions, type Session, sessionKey } from './session.ts'

/** One browser in which a person is signed in. */
export interface OpenSession {
  /** Names it to its owner; opens nothing. */
  id: string
  session: Session
  /** RFC 3339 UTC: when it ends if nothing more is asked. */
  endsAt: string
}

/** The sessions of a person, for whoever looks after them. */
export interface OpenSessions {
  /** Those that hold, the newest first. */
  of(personId: string): Promise<OpenSession[]>
  /** Ends those of the person's that hold, all of them or these; tells how many. */
  end(personId: string, ids?: readonly string[]): Promise<number>
}

/** The newest that are looked at; whoever signs in more often than this in ten hours sees the newest. */
const mostSessions = 100

/** Reads what `createSessions` wrote beside each session. */
export function createOpenSessions({ store, now }: { store: Store; now(): string }): OpenSessions {
  const held = async (personId: string) => {
    const { items } = await store.query(personSessions(personId), { reverse: true, limit: mostSessions })
    const rows = items.map(({ pk, sk }) => ({ row: { pk, sk }, id: sk.slice(sk.indexOf('#') + 1) }))
    const heads = await store.getMany(rows.map(({ id }) => sessionKey(id)))
    const sessions = new Map(heads.map(({ pk, body }) => [pk, body as unknown as Session]))
    return rows.flatMap(({ row, id }) => {
      const session = sessions.get(sessionKey(id).pk)
      if (!session || overAt(session) <= Date.parse(now())) return []
      return [{ row, id, session, endsAt: new Date(overAt(session)).toISOString() }]
    })
  }
  return {
    of: async (personId) => (await held(personId)).map(({ row: _row, ...open }) => open),
    end: async (personId, ids) => {
      const ending = (await held(personId)).filter(({ id }) => ids?.includes(id) ?? true)
      for (const { row, id } of ending) await store.commit([{ delete: sessionKey(id) }, { delete: row }], randomUUID())
      return ending.length
    },
  }
}

/** The name of the session that a cookie's secret opens. */
export function idOfSession(secret: string): string {
  return hashOf(secret)
}
