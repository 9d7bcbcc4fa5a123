import * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import type { Missing } from '../register/errors.ts'
import type { Snapshot } from '../register/record.ts'
import { askedMark, fieldAt, type Marked, otherMarks } from '../register/secrecy-mark.ts'
import type { Transition, TransitionInput } from '../register/transition-rule.ts'

const fieldPath = z.string().check(z.minLength(1), z.maxLength(120))
const provision = z.string().check(z.minLength(3), z.maxLength(40))
const authority = z.string().check(z.maxLength(120))

/** The marks as they are stored. */
export const secrecyMarksShape = z.optional(
  z.array(z.strictObject({ fieldPath, provision, markedAt: z.iso.date(), markedByAuthority: authority })),
)

/** Fields that may be marked, and who decides on it. */
export interface MarkRules<T> {
  markable: readonly string[]
  decides(actor: Actor, snapshot: Snapshot<T>): boolean
}

/** Marks a field as secret, and lifts the mark (domain section 6; OSL 5:5: provision, date and authority). */
export function markTransitions<T extends Marked>(
  states: readonly string[],
  { markable, decides }: MarkRules<T>,
): { [name in 'markSecret' | 'liftSecrecy']: Transition<T> } {
  return {
    markSecret: {
      from: states,
      who: decides,
      input: z.strictObject({
        fieldPath,
        provision,
        markedAt: z.optional(z.iso.date()),
        markedByAuthority: z.optional(authority),
      }),
      requires: (call) => [
        ...(markable.includes(fieldAt(call.input['fieldPath'])) ? [] : [lack('/fieldPath', 'markableField', '')]),
        ...(call.input['markedByAuthority'] ? [] : [lack('/markedByAuthority', 'markAuthority', 'OSL 5:5')]),
      ],
      apply: (call) => ({ data: { secrecyMarks: [...otherMarks(call), askedMark(call)] } as Partial<T> }),
    },
    liftSecrecy: {
      from: states,
      who: (actor, snapshot) => (snapshot.newest.data.secrecyMarks ?? []).length > 0 && decides(actor, snapshot),
      input: z.strictObject({ fieldPath }),
      requires: (call) => (isMarked(call) ? [] : [lack('/fieldPath', 'notMarked', '')]),
      apply: (call) => {
        const left = otherMarks(call)
        return { data: { secrecyMarks: left.length > 0 ? left : undefined } as Partial<T> }
      },
    },
  }
}

function isMarked<T extends Marked>(call: TransitionInput<T>): boolean {
  return otherMarks(call).length < (call.snapshot.newest.data.secrecyMarks ?? []).length
}

function lack(pointer: string, rule: string, source: string): Missing {
  return { pointer, rule, source }
}
