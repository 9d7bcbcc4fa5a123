import * as z from 'zod/mini'
import { lastDay } from '../term.ts'
import { dataOf, day, lack, owner, type Step } from './call.ts'

/** The parties have agreed that it holds longer: to a day after the one on which it would end. Its other terms stay. */
export const renew: Step = {
  from: ['active', 'amending'],
  who: owner,
  input: z.strictObject({ validTo: z.optional(day) }),
  requires: (call) => {
    const data = dataOf(call)
    const end = lastDay(data, call.context.today)
    const validTo = call.input['validTo'] as string | undefined
    if (data.terminationAt) return [lack('/terminationAt', 'renewTerminated', 'DSF 28.3 g')]
    if (!end) return [lack('/validTo', 'renewOpen', '')]
    if (!validTo) return [lack('/validTo', 'renewTo', '')]
    return validTo > end ? [] : [lack('/validTo', 'renewLater', '', { end })]
  },
  apply: ({ input }) => ({ data: { validTo: input['validTo'] as string } }),
}
