import * as z from 'zod/mini'
import type { Missing } from '../../register/errors.ts'
import type { AgreementData } from '../agreement-data.ts'
import { lastDay } from '../term.ts'
import { type Call, dataOf, day, lack, owner, reason, type Step } from './call.ts'

const dataReturn = z.strictObject({
  choice: z.optional(z.enum(['deleted', 'returned'])),
  confirmedAt: z.optional(day),
  ref: z.optional(z.string().check(z.maxLength(120))),
})

/** Notice has been given: the agreement holds until `terminationAt`, that day included. */
export const terminate: Step = {
  from: ['signed', 'active', 'amending'],
  who: owner,
  input: z.strictObject({ terminationAt: z.optional(day), terminationReason: z.optional(reason) }),
  requires: (call) => {
    const terminationAt = endOf(call)
    const { validFrom, signedAt } = dataOf(call)
    const start = validFrom ?? signedAt
    if (!terminationAt) return [lack('/terminationAt', 'terminationAt', 'DSF 28.3 g')]
    return start && terminationAt < start ? [lack('/terminationAt', 'endsBeforeStart', '', { start })] : []
  },
  apply: (call) => {
    const { terminationReason } = call.input as Partial<AgreementData>
    return {
      state: 'terminated',
      data: { terminationAt: endOf(call), bound: undefined, ...(terminationReason && { terminationReason }) },
    }
  },
}

/** The supplier has given the data back or erased them, and confirmed it (DSF 28.3 g). */
export const confirmDataReturn: Step = {
  from: ['active', 'amending', 'terminated'],
  who: owner,
  input: dataReturn,
  requires: ({ input }) => [
    ...(input['choice'] ? [] : [lack('/dataReturn/choice', 'dataReturnChoice', 'DSF 28.3 g')]),
    ...(input['confirmedAt'] ? [] : [lack('/dataReturn/confirmedAt', 'dataReturn', 'DSF 28.3 g')]),
  ],
  apply: ({ input }) => ({ data: { dataReturn: input as AgreementData['dataReturn'] } }),
}

/** Nothing is left to do under it. */
export const close: Step = {
  from: ['draft', 'negotiation', 'signed', 'active', 'amending', 'terminated'],
  who: owner,
  input: z.strictObject({ dataReturn: z.optional(dataReturn), closeReason: z.optional(reason) }),
  requires: closingLacks,
  apply: (call) => {
    const { dataReturn: returned, closeReason } = call.input as Partial<AgreementData>
    const why = closeReason ?? call.comment
    return {
      state: 'closed',
      data: { bound: undefined, ...(returned && { dataReturn: returned }), ...(why && { closeReason: why }) },
    }
  },
}

/** The supplier has been followed up (DSF 28.1, 28.3 h); the next time is planned. */
export const followUp: Step = {
  from: ['signed', 'active', 'amending', 'terminated'],
  who: owner,
  input: z.strictObject({ performedAt: z.optional(day), nextFollowUpAt: z.optional(day) }),
  requires: (call) => {
    const { performedAt, nextFollowUpAt } = followUpOf(call)
    return [
      ...(performedAt > call.context.today ? [lack('/lastFollowUpAt', 'performedLater', 'DSF 28.1')] : []),
      ...(nextFollowUpAt && nextFollowUpAt <= performedAt
        ? [lack('/nextFollowUpAt', 'nextBeforeLast', 'DSF 28.1')]
        : []),
    ]
  },
  apply: (call) => {
    const { performedAt, nextFollowUpAt } = followUpOf(call)
    return { data: { lastFollowUpAt: performedAt, nextFollowUpAt } }
  },
}

/** What closing lacks: an agreement that has bound must have ended, and the data be back. */
export function closingLacks(call: Call): Missing[] {
  const data = dataOf(call)
  const { state } = call.snapshot.newest
  if (!['active', 'amending', 'terminated'].includes(state)) return []
  const { today } = call.context
  const end = lastDay(data, today)
  const returned = (call.input as Partial<AgreementData>).dataReturn ?? data.dataReturn
  return [
    ...(end !== undefined && end < today ? [] : [lack('/terminationAt', 'stillInForce', '')]),
    ...(data.type === 'pub' && !returned?.confirmedAt
      ? [lack('/dataReturn/confirmedAt', 'dataReturn', 'DSF 28.3 g')]
      : []),
  ]
}

function endOf(call: Call): string | undefined {
  return (call.input as Partial<AgreementData>).terminationAt ?? dataOf(call).terminationAt
}

function followUpOf({ input, context }: Call): { performedAt: string; nextFollowUpAt?: string } {
  const { performedAt, nextFollowUpAt } = input as { performedAt?: string; nextFollowUpAt?: string }
  return { performedAt: performedAt ?? context.today, ...(nextFollowUpAt && { nextFollowUpAt }) }
}
