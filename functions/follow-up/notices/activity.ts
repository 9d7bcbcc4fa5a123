import type { ActivityData } from '../../processing/data.ts'
import { needsAttestation } from '../../processing/traits.ts'
import type { Party, Step, StepRemark } from '../party.ts'

type ActivityStep = Step<ActivityData>

/** Who is told of a change of a processing activity (domain section 4): receipt, questions, tasks, remarks, decisions. */
export function activityParties(step: ActivityStep): Party[] {
  return [...filed(step), ...moved(step), ...proposed(step), ...remarked(step)]
}

function filed({ before, after, transition }: ActivityStep): Party[] {
  if (transition !== 'submit') return []
  const { data, state } = after
  const unitIds = [data.orgUnitId]
  const named = (data.processors ?? []).some(({ supplierId, name }) => !supplierId && !!name)
  const first = !before || before.state === 'draft'
  return [
    state === 'submitted' ? { role: 'dpCoordinator', unitIds, what: 'take' } : { ...coordinator(data), what: 'review' },
    ...(needsAttestation(data) && !data.managerAttestation ? [{ ...manager(data), what: 'attest' as const }] : []),
    ...(named && first ? [{ role: 'contractOwner', unitIds, what: 'missingSupplier' as const }] : []),
    { personId: data.initiatorId, what: 'receipt' },
  ]
}

function moved({ before, after, transition }: ActivityStep): Party[] {
  const { data, state } = after
  if (before?.state === state) return []
  const everybody = (what: 'registered' | 'ended'): Party[] =>
    [data.initiatorId, data.contactPersonId, data.responsibleManagerId].map((personId) => ({ personId, what }))
  if (state === 'returned') return [{ personId: data.initiatorId, what: 'returned' }]
  if (state === 'dpoReview') return [{ role: 'dpo', unitIds: [data.orgUnitId], what: 'register' }]
  if (state === 'notRegistrable') return [{ personId: data.initiatorId, what: 'notRegistrable' }]
  if (state === 'registered' && transition === 'register') return everybody('registered')
  return state === 'ended' ? everybody('ended') : []
}

function proposed({ before, after, transition }: ActivityStep): Party[] {
  const asked = after.proposed && after.proposed.transition !== before?.proposed?.transition
  const what = after.proposed?.transition === 'refuse' ? ('confirmRefusal' as const) : ('confirmEnd' as const)
  return [
    ...(asked ? [{ role: 'dpo', unitIds: [after.data.orgUnitId], what }] : []),
    ...(transition === 'decline' ? [{ personId: before?.proposed?.by, what: 'declined' as const }] : []),
  ]
}

function remarked({ before, after }: ActivityStep): Party[] {
  const known = new Map((before?.remarks ?? []).map((remark) => [remark.id, remark]))
  const now = after.remarks ?? []
  const added = now.some(({ id }) => !known.has(id))
  const isAnswered = ({ id, answer }: StepRemark): boolean => !!answer && known.has(id) && !known.get(id)?.answer
  const { contactPersonId, responsibleManagerId, initiatorId } = after.data
  const answering = [contactPersonId ?? initiatorId, responsibleManagerId]
  return [
    ...(added ? answering.map((personId) => ({ personId, what: 'remark' as const })) : []),
    ...now.filter(isAnswered).map(({ by }) => ({ personId: by, what: 'remarkAnswered' as const })),
  ]
}

function coordinator({ coordinatorId, orgUnitId }: ActivityData) {
  return coordinatorId ? { personId: coordinatorId } : { role: 'dpCoordinator', unitIds: [orgUnitId] }
}

function manager({ responsibleManagerId, orgUnitId }: ActivityData) {
  return responsibleManagerId ? { personId: responsibleManagerId } : { role: 'unitManager', unitIds: [orgUnitId] }
}
