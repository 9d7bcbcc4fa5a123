import { commit } from '../register/change/commit.ts'
import type { Item, Store } from '../store/store.ts'
import { type Mail, mailKeys, type MailName } from './mail.ts'

/** Something that people are told of once: `on` is the day it is about, or the revision. */
export interface Notice {
  what: string
  on: string
  record: { kind: string; id: string; number?: string; orgUnitId?: string }
  to: readonly { personId: string; what: MailName }[]
}

export interface OutboxDeps {
  store: Store
  /** RFC 3339 UTC. */
  now(): string
  /** A ULID. */
  newId(): string
}

/** More people than this are not told of one thing: the lists show it to all. */
const most = 40
const keptDays = 800

/**
 * Puts a notice in the outbox, unless it has been: the row that says so and the mails are one commit, so that nothing is
 * told twice and nothing is lost between the two. Answers whether it was new. Throws `busy`.
 */
export async function putOut({ store, now, newId }: OutboxDeps, notice: Notice): Promise<boolean> {
  const { what, on, record, to } = notice
  const row = mailKeys.told(what, record.id, on)
  if (await store.get(row)) return false
  const [token, at] = [newId(), now()]
  const mails = to.slice(0, most).map((one): Mail => {
    const about = { kind: record.kind, recordId: record.id, number: record.number, orgUnitId: record.orgUnitId }
    return { id: newId(), ...one, ...present(about), at }
  })
  const told = { at, token, mails: mails.map(({ id }) => id) }
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptDays * 24 * 60 * 60
  const stands = async () => ((await store.get(row))?.body as { token?: string } | undefined)?.token
  let earlier = false
  await commit(
    store,
    () => [
      { write: { put: { ...row, body: told, expiresAt }, if: 'absent' } },
      ...mails.map((mail) => ({ write: { put: pendingItem(mail), if: 'absent' as const } })),
    ],
    token,
    async () => {
      const standing = await stands()
      earlier = standing !== undefined && standing !== token
      return standing !== undefined
    },
  )
  return !earlier
}

/** A mail that waits, as it is stored. */
export function pendingItem(mail: Mail): Item {
  return { ...mailKeys.pending(mail.id), version: 1, body: { ...mail } }
}

function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never
}
