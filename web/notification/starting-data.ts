import type { ActivityData } from '../../functions/processing/data.ts'
import type { Session } from '../api/session.ts'

const roles = ['controller', 'jointController', 'processor'] as const

/** A new notification before the first answer: what triage gave, and the person's own place in the organisation. */
export function startingData(query: { [name: string]: string }, person: Session['person']): ActivityData {
  const registerRole = roles.find((role) => role === query['roll']) ?? 'controller'
  return {
    changeType: 'new',
    registerRole,
    contactPersonId: person.id,
    ...(person.orgUnitId ? { orgUnitId: person.orgUnitId } : {}),
  }
}
