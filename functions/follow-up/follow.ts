import type { Report } from '../mail/mail-deps.ts'
import type { MailName } from '../mail/mail.ts'
import { mailKeys } from '../mail/mail.ts'
import { putOut } from '../mail/outbox.ts'
import type { Roster } from '../mail/roster.ts'
import { keys } from '../register/keys.ts'
import type { Revision } from '../register/seal/revision.ts'
import type { Store } from '../store/store.ts'
import { activityParties } from './notices/activity.ts'
import { agreementParties } from './notices/agreement.ts'
import { applicationParties } from './notices/application.ts'
import { personParties } from './notices/person.ts'
import { supplierParties } from './notices/supplier.ts'
import type { Party, Step } from './party.ts'

export interface FollowDeps {
  store: Store
  roster: Roster
  /** RFC 3339 UTC. */
  now(): string
  /** A ULID. */
  newId(): string
  report: Report
}

/** One change of one record. */
export interface RecordChange {
  kind: string
  id: string
  revision: number
}

/** What happened longer ago than this is no news: a filled, imported or restored register writes to nobody. */
export const newsMs = 14 * 24 * 60 * 60 * 1000

type Stepped = Step<never>
const partiesOf: {
  readonly [kind: string]: (step: Stepped, deps: Pick<FollowDeps, 'store' | 'newId'>) => Party[] | Promise<Party[]>
} = {
  activity: activityParties as (step: Stepped) => Party[],
  agreement: agreementParties as (step: Stepped) => Party[],
  supplier: supplierParties as (step: Stepped) => Party[],
  application: (step, { store }) => applicationParties(store, step),
  person: (step, { store, newId }) => personParties(store, newId, step),
}

/** Whether a change of such a record is ever told of. */
export function isFollowed(kind: string): boolean {
  return Object.hasOwn(partiesOf, kind)
}

/**
 * Tells those whom a change concerns, once. What is told follows from the revision and the one before it, which never change,
 * so it does not matter when the change is heard of, in which order, or how often. Answers whether anybody was told now.
 * Throws when the store cannot be read or written, or the revision is not there.
 */
export async function follow(deps: FollowDeps, { kind, id, revision }: RecordChange): Promise<boolean> {
  const parties = partiesOf[kind]
  if (!parties) return false
  const { store, now } = deps
  const on = keys.revision(kind, id, revision).sk
  if (await store.get(mailKeys.told('change', id, on))) return false
  const [after, before] = await revisionsAt(store, kind, id, revision)
  if (!after) throw new Error(`${kind} ${id} lacks its revision ${revision}`)
  if (Date.parse(now()) - Date.parse(after.change.at) > newsMs) return false
  const told = await parties(stepOf(before, after) as Stepped, deps)
  const to = (await people(deps.roster, told)).filter(
    ({ personId, what }) => personId !== after.change.by || what === 'receipt',
  )
  if (to.length === 0) return false
  const { number, orgUnitId } = after.head
  const record = { kind, id, ...(number && { number }), ...(orgUnitId && { orgUnitId }) }
  return putOut(deps, { what: 'change', on, record, to })
}

/** Each person once, with what concerns them first. */
export async function people(
  roster: Roster,
  parties: readonly Party[],
): Promise<{ personId: string; what: MailName }[]> {
  const found = new Map<string, MailName>()
  for (const party of parties) {
    const ids =
      'role' in party
        ? await roster.holders(
            party.role,
            party.unitIds.filter((unit) => unit !== undefined),
            party.within,
          )
        : [party.personId]
    for (const id of ids) if (id !== undefined && !found.has(id)) found.set(id, party.what)
  }
  return [...found].map(([personId, what]) => ({ personId, what }))
}

type AnyRevision = Revision<{ [field: string]: unknown }>

async function revisionsAt(store: Store, kind: string, id: string, revision: number) {
  const wanted = [revision, ...(revision > 1 ? [revision - 1] : [])].map((one) => keys.revision(kind, id, one))
  const items = await store.getMany(wanted)
  const at = (sk: string | undefined) =>
    items.find((item) => item.sk === sk)?.body as unknown as AnyRevision | undefined
  return [at(wanted[0]?.sk), at(wanted[1]?.sk)] as const
}

function stepOf(before: AnyRevision | undefined, after: AnyRevision): Step<{ [field: string]: unknown }> {
  const { transition } = after.change
  return {
    ...(before && { before: { ...before.head, data: before.data } }),
    after: { ...after.head, data: after.data },
    ...(transition && { transition }),
  }
}
