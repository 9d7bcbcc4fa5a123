import * as z from 'zod/mini'
import type { Actor } from '../../register/actor.ts'
import type { Missing } from '../../register/errors.ts'
import type { Snapshot } from '../../register/record.ts'
import type { Transition, TransitionInput } from '../../register/transition-rule.ts'
import type { AgreementData } from '../agreement-data.ts'
import { editsAgreement } from '../policy.ts'

export type Step = Transition<AgreementData>
export type Call = TransitionInput<AgreementData>

export const day = z.iso.date()
export const reason = z.string().check(z.maxLength(2000))
export const analysisInput = z.strictObject({
  diaryNumber: z.optional(z.string().check(z.maxLength(100))),
  date: z.optional(day),
  result: z.optional(z.string().check(z.maxLength(500))),
  note: z.optional(z.string().check(z.maxLength(1000))),
})

/** The contract owner of one of its controllers. */
export function owner(actor: Actor, { newest }: Snapshot<AgreementData>): boolean {
  return editsAgreement(actor, newest.data)
}

/** One thing that a transition lacks. */
export function lack(pointer: string, rule: string, source: string, params?: Missing['params']): Missing {
  return { pointer, rule, source, ...(params && { params }) }
}

/** The newest revision's data. */
export function dataOf({ snapshot }: Call): AgreementData {
  return snapshot.newest.data
}
