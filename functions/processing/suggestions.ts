import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { proposedCases, proposedCriteria } from './dpia.ts'
import { isShown, question } from './form.ts'
import { isProcessorRecord } from './traits.ts'
import {
  proposeArt9,
  proposeArt9Law,
  proposeBasis,
  proposeNationalLaw,
  proposeRetention,
  proposeSecrecy,
} from './suggestions/law.ts'
import type { Proposer, Suggestion } from './suggestions/suggestion.ts'
import { isUnclear, withoutPositions } from './unclear.ts'

export type { Suggestion } from './suggestions/suggestion.ts'

/** A5: the nearest board or company above the unit. */
const proposeController: Proposer = (data, { unitPath, unitKind }) => {
  if (data.controllerOrgUnitId || !data.orgUnitId || isProcessorRecord(data)) return undefined
  const controllerOrgUnitId = unitPath?.(data.orgUnitId).find((id) =>
    ['board', 'company'].includes(unitKind?.(id) ?? ''),
  )
  if (!controllerOrgUnitId) return undefined
  return {
    question: 'A5',
    pointer: '/controllerOrgUnitId',
    set: { controllerOrgUnitId },
    from: { key: 'organisation' },
  }
}

/** A9: whoever notifies. */
const proposeContact: Proposer = ({ contactPersonId, initiatorId }, { notifierId }) => {
  const notifier = initiatorId ?? notifierId
  if (contactPersonId || !notifier) return undefined
  const set = { contactPersonId: notifier }
  return { question: 'A9', pointer: '/contactPersonId', set, from: { key: 'initiator' } }
}

/** J1: IMY's criteria that the answers point to. */
const proposeCriteria: Proposer = (data, context) => {
  const dpiaCriteria = proposedCriteria(data, context).map(({ code }) => code)
  if (data.dpiaCriteria || dpiaCriteria.length === 0) return undefined
  return { question: 'J1', pointer: '/dpiaCriteria', set: { dpiaCriteria }, from: { key: 'answers' } }
}

/** J2: cases of DSF 35.3 that the answers point to. */
const proposeCases: Proposer = (data, context) => {
  const dpiaMandatoryCases = proposedCases(data, context).map(({ code }) => code)
  if (data.dpiaMandatoryCases || dpiaMandatoryCases.length === 0) return undefined
  return { question: 'J2', pointer: '/dpiaMandatoryCases', set: { dpiaMandatoryCases }, from: { key: 'answers' } }
}

const proposers: readonly Proposer[] = [
  proposeController,
  proposeContact,
  proposeBasis,
  proposeNationalLaw,
  proposeArt9,
  proposeArt9Law,
  proposeSecrecy,
  proposeRetention,
  proposeCriteria,
  proposeCases,
]

/**
 * Answers that follow from those already given, one at most for a question, in the order of the form. Nothing is suggested
 * where an answer stands or "Saknas eller oklart" was chosen.
 */
export function suggestionsFor(data: ActivityData, context: ProcessingContext): Suggestion[] {
  return proposers
    .map((propose) => propose(data, context))
    .filter((suggestion) => suggestion !== undefined)
    .filter((suggestion) => isShown(question(suggestion.question), data, context))
    .filter(({ pointer }) => !isUnclear(data, pointer) && !isUnclear(data, withoutPositions(pointer)))
}
