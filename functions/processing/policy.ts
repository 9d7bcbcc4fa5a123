import { holds, holdsOnly, unitsOf, type Actor } from '../register/actor.ts'
import type { Listed, Policy, Reach } from '../register/policy.ts'
import type { RecordOf, Snapshot } from '../register/record.ts'
import type { ActivityData } from './data.ts'
import { isContact, isCoordinator, isInitiator, isManager, isOfficer, plays } from './parties.ts'

type Activity = RecordOf<ActivityData>

/** Facet value of a record that has no unit yet. */
export const noUnit = 'none'

const unsubmitted = ['draft', 'withdrawn']

/** Who reads secrecy-marked fields of everything under their scope (domain section 6). */
const secretReaders = [
  'unitManager',
  'dpCoordinator',
  'dpo',
  'isCoordinator',
  'ciso',
  'itCoordinator',
  'registrar',
  'auditor',
]

/** Default deny; domain sections 6, 10.18, 10.19 and 10.24. */
export const activityPolicy: Policy<ActivityData> = {
  view: (actor, snapshot) =>
    worksOn(actor, snapshot.newest)
      ? 'newest'
      : snapshot.registered && !holdsOnly(actor, 'platformAdmin')
        ? 'registered'
        : undefined,
  create: () => true,
  edit: (actor, { newest }) => mayEdit(actor, newest),
  secret: (actor, record) =>
    plays(actor, record, [isInitiator, isContact]) ||
    secretReaders.some((role) => holds(actor, role, record.data.orgUnitId)),
  main: (actor) => (holdsOnly(actor, 'platformAdmin') ? { units: [], people: [actor.personId] } : 'all'),
  work: (actor) => workReach(actor),
  listed: (actor, set, row) => set === 'main' || !unsubmitted.includes(row.state) || readsDraft(actor, row),
}

/** Whether this person reads the newest revision, not just the one in force. */
function worksOn(actor: Actor, record: Activity): boolean {
  if (unsubmitted.includes(record.state)) return readsUnsubmitted(actor, record)
  return (
    plays(actor, record, [isInitiator, isContact, isManager, isCoordinator, isOfficer]) || isNamedManager(actor, record)
  )
}

/** A draft belongs to its initiator and the coordinators and managers of its administration; an imported one also to the DSO. */
function readsUnsubmitted(actor: Actor, record: Activity): boolean {
  return (
    plays(actor, record, [isInitiator, isManager, isCoordinator]) ||
    (!!record.data.imported && isOfficer(actor, record))
  )
}

function mayEdit(actor: Actor, record: Activity): boolean {
  const own = plays(actor, record, [isInitiator, isManager, isCoordinator])
  if (record.state === 'draft') return readsUnsubmitted(actor, record)
  if (record.state === 'returned') return own || isContact(actor, record)
  return own || plays(actor, record, [isContact, isOfficer])
}

function isNamedManager(actor: Actor, { data }: Activity): boolean {
  return data.responsibleManagerId === actor.personId
}

function workReach(actor: Actor): Reach {
  const officer = unitsOf(actor, 'dpo')
  const units = [...unitsOf(actor, 'dpCoordinator'), ...unitsOf(actor, 'unitManager'), ...officer]
  return { units: [...new Set([...units, ...(officer.length > 0 ? [noUnit] : [])])], people: [actor.personId] }
}

function readsDraft(actor: Actor, { orgUnitId, facets }: Listed): boolean {
  const own = facets['person']?.includes(actor.personId)
  const unit = ['unitManager', 'dpCoordinator'].some((role) => holds(actor, role, orgUnitId))
  const imported = facets['imported']?.includes('yes') && (!orgUnitId || holds(actor, 'dpo', orgUnitId))
  return !!own || unit || !!imported
}

/** Whether the record is in force: has been registered and not ended (domain 10.19). */
export function isInForce({ newest, registered }: Snapshot<ActivityData>): boolean {
  return !!registered && newest.state !== 'ended' && newest.state !== 'archived'
}
