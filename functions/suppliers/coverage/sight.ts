import { type Actor, holds, holdsAnywhere } from '../../register/actor.ts'
import { RegisterError } from '../../register/errors.ts'
import type { Use } from '../coverage.ts'

const everything = ['contractOwner', 'dpo', 'auditor']
const roles = [...everything, 'dpCoordinator', 'systemOwner']

/** @throws RegisterError `forbidden` for those whom coverage is not for (domain model 10.24) */
export function assertSeesCoverage(actor: Actor): void {
  if (!actor.system && !roles.some((role) => holdsAnywhere(actor, role)))
    throw new RegisterError('forbidden', 'coverage is not for this caller')
}

/**
 * Whether the caller sees a use: contract owner, data protection officer and auditor within their scope, a coordinator those
 * of the own administration, a system owner those of the own systems.
 */
export function seesUse(actor: Actor, { usedBy, controllerOrgUnitId }: Use): boolean {
  if (actor.system) return true
  const units = usedBy.kind === 'activity' ? [usedBy.orgUnitId] : usedBy.usingOrgUnitIds
  const own =
    usedBy.kind !== 'activity' && usedBy.systemOwnerId === actor.personId && holdsAnywhere(actor, 'systemOwner')
  return (
    own ||
    [...units, controllerOrgUnitId].some((unit) => everything.some((role) => holds(actor, role, unit))) ||
    units.some((unit) => holds(actor, 'dpCoordinator', unit))
  )
}
