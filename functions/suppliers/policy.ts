import { type Actor, holds, holdsOnly, unitsOf } from '../register/actor.ts'
import type { Reach } from '../register/policy.ts'
import type { AgreementData } from './agreement-data.ts'

const readers = ['contractOwner', 'dpo', 'auditor']

type Parties = Pick<AgreementData, 'ownerId' | 'controllerOrgUnitIds' | 'applicationIds'>

/** Everybody reads suppliers but those who are there for the platform alone (domain model sections 6 and 10.24). */
export function readsContents(actor: Actor): boolean {
  return !holdsOnly(actor, 'platformAdmin')
}

/**
 * Contract owner, data protection officer and auditor within their scope, the coordinators of administrations under a
 * controller that is party to it, the agreement's own owner, and who owns or administers a system that it covers.
 */
export function readsAgreement(actor: Actor, data: Parties): boolean {
  const ownsSystem = (data.applicationIds ?? []).some((id) => actor.systems?.includes(id))
  return data.ownerId === actor.personId || ownsSystem || inScope(actor, readers, data) || coordinates(actor, data)
}

/** The agreements an actor finds in lists. */
export function agreementReach(actor: Actor): Reach {
  const units = [...readers, 'dpCoordinator'].flatMap((role) => unitsOf(actor, role))
  return {
    units: [...new Set([...units, ...unitsAbove(actor)])],
    people: [actor.personId],
    records: actor.systems ?? [],
  }
}

/** The contract owner of a controller that is party to it. */
export function editsAgreement(actor: Actor, data: Parties): boolean {
  return inScope(actor, ['contractOwner'], data)
}

/** Coordinates data protection in an administration of a controller that is party to it, or over the controller itself. */
export function coordinates(actor: Actor, data: Pick<Parties, 'controllerOrgUnitIds'>): boolean {
  const above = unitsAbove(actor)
  return (
    inScope(actor, ['dpCoordinator'], data) || (data.controllerOrgUnitIds ?? []).some((unit) => above.includes(unit))
  )
}

/**
 * Reads what is secret of an agreement, what was agreed about money (OSL 31:16) and what is marked: who answers for it, who audits
 * it, and who decides what is secret.
 */
export function readsSecrets(actor: Actor, data: Parties): boolean {
  return data.ownerId === actor.personId || inScope(actor, readers, data) || decidesSecrecy(actor, data)
}

/** Decides what is secret of it: the data protection officer, and coordinators within whose scope a controller itself is. */
export function decidesSecrecy(actor: Actor, data: Pick<Parties, 'controllerOrgUnitIds'>): boolean {
  return inScope(actor, ['dpo', 'dpCoordinator'], data)
}

/** The boards and principals that the administrations a coordinator looks after belong to. */
function unitsAbove(actor: Actor): string[] {
  return actor.grants
    .filter(({ role }) => role === 'dpCoordinator')
    .flatMap(({ scopeOrgUnitId }) => actor.tree.path(scopeOrgUnitId))
    .filter((unit) => ['board', 'company'].includes(actor.tree.node(unit)?.kind ?? ''))
}

function inScope(
  actor: Actor,
  roles: readonly string[],
  { controllerOrgUnitIds }: Pick<Parties, 'controllerOrgUnitIds'>,
): boolean {
  return (controllerOrgUnitIds ?? []).some((unit) => roles.some((role) => holds(actor, role, unit)))
}
