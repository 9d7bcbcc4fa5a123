import * as z from 'zod/mini'
import type { Remark } from '../../register/record.ts'
import type { Transition } from '../../register/transition-rule.ts'
import type { ActivityData } from '../data.ts'
import { isContact, isInitiator, isManager, isOfficer, plays } from '../parties.ts'
import { beside, type Call } from './outcome.ts'

type Step = Transition<ActivityData>

/** What a remark may say (domain 10.17). */
export const remarkShape = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  ruleIds: z.optional(z.array(z.string().check(z.regex(/^[A-Z]{2}-\d{2}$/))).check(z.maxLength(60))),
  dueDate: z.optional(z.iso.date()),
})

const states = ['submitted', 'coordinatorReview', 'dpoReview', 'registered', 'revision', 'returned', 'ended']

/** The data protection officer's own words; no other role can edit or take them away (S0, DSF 39.1 b). */
export const remark: Step = {
  from: states,
  input: remarkShape,
  who: (actor, { newest }) => isOfficer(actor, newest),
  apply: (call) => {
    const given = newRemark(call, call.input as z.infer<typeof remarkShape>)
    return beside(call.snapshot, { remarks: [...(call.snapshot.newest.remarks ?? []), given] })
  },
}

const answerInput = z.strictObject({
  remarkId: z.string().check(z.maxLength(60)),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
})

/** The manager, the contact or the initiator answers a remark. */
export const answerRemark: Step = {
  from: states,
  input: answerInput,
  who: (actor, { newest }) =>
    plays(actor, newest, [isManager, isContact, isInitiator]) && (newest.remarks ?? []).some(isOpen),
  requires: unknownRemark,
  apply: (call) => {
    const { remarkId, text } = call.input as z.infer<typeof answerInput>
    const answer = { text, at: call.context.now, by: call.actor.personId }
    return changed(call, remarkId, { answer })
  },
}

const closeInput = z.strictObject({ remarkId: z.string().check(z.maxLength(60)) })

/** The data protection officer is content. */
export const closeRemark: Step = {
  from: states,
  input: closeInput,
  who: (actor, { newest }) => isOfficer(actor, newest) && (newest.remarks ?? []).some(isOpen),
  requires: unknownRemark,
  apply: (call) => changed(call, (call.input as z.infer<typeof closeInput>).remarkId, { closedAt: call.context.now }),
}

/** A remark by this caller; its id is the revision it comes with and its place there. */
export function newRemark({ snapshot, actor, context }: Call, given: z.infer<typeof remarkShape>, at = 0): Remark {
  return { id: `${snapshot.newest.revision + 1}-${at + 1}`, at: context.now, by: actor.personId, ...given }
}

function isOpen(given: Remark): boolean {
  return !given.closedAt
}

function unknownRemark({ snapshot, input }: Call): ReturnType<NonNullable<Step['requires']>> {
  const { remarkId } = input as { remarkId: string }
  const known = (snapshot.newest.remarks ?? []).some((given) => given.id === remarkId && isOpen(given))
  return known ? [] : [{ pointer: '/remarkId', rule: 'remark', source: '', text: 'remarkUnknown' }]
}

function changed({ snapshot }: Call, id: string, change: Partial<Remark>): ReturnType<Step['apply']> {
  const remarks = (snapshot.newest.remarks ?? []).map((given) => (given.id === id ? { ...given, ...change } : given))
  return beside(snapshot, { remarks })
}
