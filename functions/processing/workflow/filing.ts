import * as z from 'zod/mini'
import type { Missing } from '../../register/errors.ts'
import type { Transition } from '../../register/transition-rule.ts'
import type { ActivityData } from '../data.ts'
import { isContact, isCoordinator, isInitiator, isManager, isOfficer, plays } from '../parties.ts'
import { requirementsFor } from '../requirements.ts'
import { processingContext } from './knowledge.ts'
import { beside, monthsLater, reasonOf, type Call } from './outcome.ts'
import { unanswered } from './questions.ts'

type Step = Transition<ActivityData>

export const reasonInput = z.strictObject({ reason: z.optional(z.string().check(z.maxLength(2000))) })

/** Sends the notification in; from a revision straight to the coordinator's review. */
export const submit: Step = {
  from: ['draft', 'returned', 'revision'],
  who: (actor, { newest }) =>
    plays(actor, newest, [isInitiator, isManager, isCoordinator]) ||
    (newest.state !== 'draft' && isContact(actor, newest)),
  requires: (call) => [
    ...requirementsFor('submit', call.snapshot.newest.data, processingContext(call)),
    ...unanswered(call),
  ],
  apply: ({ snapshot, context }) => ({
    state: snapshot.newest.state === 'revision' ? 'coordinatorReview' : 'submitted',
    numbers: true,
    data: {
      submittedAt: context.now,
      questions: undefined,
      returnDueDate: undefined,
      coordinatorOpinion: undefined,
    },
  }),
}

/** Takes back what has not been registered; a processing that has begun must be notified (DSF 30.1). */
export const withdraw: Step = {
  from: ['draft', 'returned'],
  input: reasonInput,
  who: (actor, { newest, registered }) => isInitiator(actor, newest) && !registered,
  requires: (call) => [...needsReason(call), ...notBegun(call)],
  apply: (call) => ({ state: 'withdrawn', data: { withdrawnReason: reasonOf(call) } }),
}

/** The manager answers for the notification; holds for what was attested (K2, domain 10.21). */
export const attest: Step = {
  from: ['submitted', 'coordinatorReview', 'dpoReview'],
  who: (actor, { newest }) => isManager(actor, newest),
  apply: ({ actor, context }) => ({ data: { managerAttestation: { personId: actor.personId, at: context.now } } }),
}

/** Opens a working copy; what is registered stays in force meanwhile. */
export const revise: Step = {
  from: ['registered'],
  input: reasonInput,
  who: (actor, { newest }) => plays(actor, newest, [isInitiator, isContact, isManager, isCoordinator, isOfficer]),
  requires: needsReason,
  apply: () => ({ state: 'revision', data: { initiatorStatement: undefined } }),
}

/** Gives up a working copy: in force as before. */
export const discard: Step = {
  from: ['revision', 'returned'],
  input: reasonInput,
  who: (actor, { newest, registered }) =>
    !!registered && plays(actor, newest, [isInitiator, isContact, isManager, isCoordinator, isOfficer]),
  requires: needsReason,
  apply: ({ snapshot }) => {
    const cleared = Object.fromEntries(Object.keys(snapshot.newest.data).map((field) => [field, undefined]))
    return { state: 'registered', registers: true, data: { ...cleared, ...snapshot.registered?.data } }
  },
}

/** The manager's or contact's yearly answer: nothing has changed. */
export const confirm: Step = {
  from: ['registered'],
  input: z.strictObject({
    reviewedFields: z.optional(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(100))),
  }),
  who: (actor, { newest }) => plays(actor, newest, [isContact, isManager]),
  apply: ({ snapshot, actor, context, input }) => {
    const { reviewedFields } = input as { reviewedFields?: string[] }
    return beside(snapshot, { registers: true, data: { ...reviewedNow(context, actor.personId), reviewedFields } })
  },
}

/** Reviewed today, next time within twelve months (house default; DSF 5.2). */
export function reviewedNow(context: Call['context'], by: string): Partial<ActivityData> {
  return { lastReviewedAt: context.now, lastReviewedBy: by, nextReviewDate: monthsLater(context.today, 12) }
}

/** A reason is required. */
export function needsReason(call: Call): Missing[] {
  return reasonOf(call) ? [] : [{ pointer: '/comment', rule: 'reason', source: '', text: 'reasonMissing' }]
}

function notBegun({ snapshot, context }: Call): Missing[] {
  const { startDate } = snapshot.newest.data
  const begun = startDate !== undefined && startDate <= context.today
  return begun ? [{ pointer: '/startDate', rule: 'withdraw', source: 'DSF 30.1', text: 'alreadyBegun' }] : []
}
