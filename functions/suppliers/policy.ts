import { type Actor, holds, holdsOnly, unitsOf } from '../register/actor.ts'
import type { Reach } from '../register/kind.ts'
import type { AgreementData } from './agreement-data.ts'

const readers = ['contractOwner', 'dpCoordinator', 'dpo', 'auditor']

/** Everybody reads suppliers but those who are there for the platform alone (domain model sections 6 and 10.24). */
export function readsContents(actor: Actor): boolean {
  return !holdsOnly(actor, 'platformAdmin')
}

/** Contract owner, coordinator, data protection officer and auditor within their scope, and the agreement's own owner. */
export function readsAgreement(actor: Actor, data: Pick<AgreementData, 'ownerId' | 'controllerOrgUnitIds'>): boolean {
  return owns(actor, data) || inScope(actor, readers, data)
}

/** The agreements an actor finds in lists. */
export function agreementReach(actor: Actor): Reach {
  return { units: readers.flatMap((role) => unitsOf(actor, role)), people: [actor.personId] }
}

/** The contract owner of a controller that is party to it. */
export function editsAgreement(actor: Actor, data: Pick<AgreementData, 'ownerId' | 'controllerOrgUnitIds'>): boolean {
  return inScope(actor, ['contractOwner'], data)
}

function owns(actor: Actor, { ownerId }: { ownerId?: string }): boolean {
  return ownerId === actor.personId
}

function inScope(
  actor: Actor,
  roles: readonly string[],
  { controllerOrgUnitIds }: { controllerOrgUnitIds?: string[] },
): boolean {
  return (controllerOrgUnitIds ?? []).some((unit) => roles.some((role) => holds(actor, role, unit)))
}
