import * as z from 'zod/mini'
import type { Missing } from '../../register/errors.ts'
import type { Transition } from '../../register/transition-rule.ts'
import type { ActivityData } from '../data.ts'
import { isCoordinator, isOfficer } from '../parties.ts'
import { requirementsFor } from '../requirements.ts'
import { needsReason } from './filing.ts'
import { processingContext } from './knowledge.ts'
import { beside, daysLater, type Call } from './outcome.ts'
import { keptQuestions, questionsAsked } from './questions.ts'

type Step = Transition<ActivityData>

/** Days that the initiator has to answer a returned notification. */
const answerDays = 14

/** The coordinator takes the case. */
export const take: Step = {
  from: ['submitted'],
  who: (actor, { newest }) => isCoordinator(actor, newest),
  apply: ({ actor }) => ({ state: 'coordinatorReview', data: { coordinatorId: actor.personId } }),
}

/** Back to the initiator with questions: comments at the questions, or a comment on the whole. */
export const giveBack: Step = {
  from: ['coordinatorReview', 'dpoReview'],
  who: (actor, { newest }) => (newest.state === 'dpoReview' ? isOfficer(actor, newest) : isCoordinator(actor, newest)),
  requires: (call) => (questionsAsked(call).length > 0 ? [] : needsReason(call)),
  apply: (call) => ({
    state: 'returned',
    proposed: null,
    data: { questions: keptQuestions(call), returnDueDate: daysLater(call.context.today, answerDays) },
  }),
}

/** On to the data protection officer, with the coordinator's opinion. */
export const forward: Step = {
  from: ['coordinatorReview'],
  who: (actor, { newest }) => isCoordinator(actor, newest),
  requires: (call) => requirementsFor('forward', call.snapshot.newest.data, processingContext(call)),
  apply: ({ comment, actor, snapshot }) => ({
    state: 'dpoReview',
    proposed: null,
    data: { coordinatorId: snapshot.newest.data.coordinatorId ?? actor.personId, coordinatorOpinion: comment },
  }),
}

const refusalInput = z.strictObject({
  reason: z.optional(z.enum(['duplicate', 'notPersonalData', 'otherController'])),
  duplicateOf: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))),
})

/** Not to be registered: the coordinator proposes, the data protection officer confirms by the same transition (10.22). */
export const refuse: Step = {
  from: ['coordinatorReview', 'dpoReview'],
  input: refusalInput,
  who: (actor, { newest, registered }) =>
    !registered && (isOfficer(actor, newest) || (newest.state === 'coordinatorReview' && isCoordinator(actor, newest))),
  requires: (call) => {
    const { reason, duplicateOf } = refusalOf(call)
    if (!reason) return [lacks('/reason', 'refusalReasonMissing')]
    return reason === 'duplicate' && !duplicateOf ? [lacks('/duplicateOf', 'duplicateOfMissing')] : []
  },
  apply: (call) => {
    const refusal = refusalOf(call) as NonNullable<ActivityData['refusal']>
    const { actor, context, comment, snapshot } = call
    if (actor.system || isOfficer(actor, snapshot.newest))
      return { state: 'notRegistrable', proposed: null, data: { refusal } }
    const proposed = {
      transition: 'refuse',
      by: actor.personId,
      at: context.now,
      data: { ...refusal },
      ...(comment && { comment }),
    }
    return { proposed }
  },
}

/** The data protection officer does not agree to what was proposed; the record stays where it is. */
export const decline: Step = {
  from: ['coordinatorReview', 'dpoReview', 'registered'],
  who: (actor, { newest }) => !!newest.proposed && isOfficer(actor, newest),
  requires: needsReason,
  apply: ({ snapshot }) => beside(snapshot, { proposed: null }),
}

/** What this call says of the refusal, or else what was proposed. */
function refusalOf({ input, snapshot }: Call): Partial<NonNullable<ActivityData['refusal']>> {
  const { proposed } = snapshot.newest
  const given = input as Partial<NonNullable<ActivityData['refusal']>>
  return given.reason ? given : proposed?.transition === 'refuse' ? (proposed.data ?? {}) : given
}

function lacks(pointer: string, text: string): Missing {
  return { pointer, rule: 'refuse', source: '', text }
}
