import { holds, holdsAnywhere, type Actor } from '../register/actor.ts'
import type { RecordOf } from '../register/record.ts'
import type { ActivityData } from './data.ts'

type Activity = RecordOf<ActivityData>

/** A part that people play in one activity (domain section 6), by the role assignments valid today. */
type Part = (actor: Actor, record: Activity) => boolean

/** Filed it. */
export function isInitiator(actor: Actor, { data }: Activity): boolean {
  return data.initiatorId === actor.personId
}

/** Answers questions about it. */
export function isContact(actor: Actor, { data }: Activity): boolean {
  return data.contactPersonId === actor.personId
}

/** Is head of its unit or of one above. */
export function isManager(actor: Actor, { data }: Activity): boolean {
  return holds(actor, 'unitManager', data.orgUnitId)
}

/** Is data protection coordinator over its unit. */
export function isCoordinator(actor: Actor, { data }: Activity): boolean {
  return holds(actor, 'dpCoordinator', data.orgUnitId)
}

/** The data protection officer over the unit; of an imported draft without a unit, any of them. */
export function isOfficer(actor: Actor, { data }: Activity): boolean {
  return data.orgUnitId ? holds(actor, 'dpo', data.orgUnitId) : holdsAnywhere(actor, 'dpo')
}

/** Is registrar or archivist over its unit. */
export function isArchivist(actor: Actor, { data }: Activity): boolean {
  return holds(actor, 'registrar', data.orgUnitId)
}

/** Whether any of the parts is played. */
export function plays(actor: Actor, record: RecordOf<ActivityData>, parts: readonly Part[]): boolean {
  return parts.some((part) => part(actor, record))
}
