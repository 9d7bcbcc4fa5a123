import * as z from 'zod/mini'
import type { Missing } from '../../register/errors.ts'
import type { Transition } from '../../register/transition-rule.ts'
import { isCalendarDay } from '../calendar.ts'
import type { ActivityData } from '../data.ts'
import { isArchivist, isContact, isManager, isOfficer, plays } from '../parties.ts'
import { needsReason, reasonInput } from './filing.ts'
import { beside, reasonOf, type Call } from './outcome.ts'

type Step = Transition<ActivityData>
type Ending = Pick<ActivityData, 'endedAt' | 'endReason' | 'endDisposition' | 'retentionRef'>

const endInput = z.strictObject({
  endedAt: z.optional(z.string().check(z.maxLength(10))),
  endReason: z.optional(z.string().check(z.maxLength(2000))),
  endDisposition: z.optional(z.enum(['destroyed', 'archived', 'transferred', 'retained'])),
  retentionRef: z.optional(z.string().check(z.maxLength(300))),
})

/** The processing has ended: the manager or contact says so, the data protection officer confirms by the same transition. */
export const end: Step = {
  from: ['registered'],
  input: endInput,
  who: (actor, { newest }) => plays(actor, newest, [isManager, isContact, isOfficer]),
  requires: endingLacks,
  apply: (call) => {
    const { snapshot, actor, context, comment } = call
    const data = endingOf(call)
    if (actor.system || isOfficer(actor, snapshot.newest))
      return { state: 'ended', registers: true, ends: true, proposed: null, data }
    const proposed = {
      transition: 'end',
      by: actor.personId,
      at: context.now,
      data: { ...data },
      ...(comment && { comment }),
    }
    return beside(snapshot, { proposed })
  },
}

const archiveInput = z.strictObject({ archiveRef: z.optional(z.string().check(z.maxLength(300))) })

/** Kept to be read; never deleted without a decision (arkivlagen 10 §). */
export const archive: Step = {
  from: ['ended'],
  input: archiveInput,
  who: (actor, { newest }) => plays(actor, newest, [isOfficer, isArchivist]),
  requires: (call) => (archiveRefOf(call) ? [] : [lack('/archiveRef', 'archiveRefMissing', 'arkivlagen 10 §')]),
  apply: (call) => ({ state: 'archived', registers: true, ends: true, data: { archiveRef: archiveRefOf(call) } }),
}

/** In force again, with a reason. */
export const reopen: Step = {
  from: ['ended', 'archived'],
  input: reasonInput,
  who: (actor, { newest }) => isOfficer(actor, newest),
  requires: needsReason,
  apply: () => ({
    state: 'registered',
    registers: true,
    data: {
      endedAt: undefined,
      endReason: undefined,
      endDisposition: undefined,
      retentionRef: undefined,
      archiveRef: undefined,
    },
  }),
}

/** What this call says of the ending, or else what was proposed. */
function endingOf({ input, snapshot }: Call): Ending {
  const { proposed } = snapshot.newest
  return Object.keys(input).length === 0 && proposed?.transition === 'end'
    ? ((proposed.data ?? {}) as Ending)
    : (input as Ending)
}

function endingLacks(call: Call): Missing[] {
  const { endedAt, endReason, endDisposition, retentionRef } = endingOf(call)
  const { startDate } = call.snapshot.newest.data
  const date =
    !endedAt || !isCalendarDay(endedAt)
      ? 'endedAtMissing'
      : endedAt > call.context.today
        ? 'endedAtLater'
        : startDate && endedAt < startDate
          ? 'endedBeforeStart'
          : undefined
  return [
    ...(date ? [lack('/endedAt', date, 'DSF 30.1')] : []),
    ...(endReason?.trim() ? [] : [lack('/endReason', 'endReasonMissing', 'DSF 5.2')]),
    ...(endDisposition ? [] : [lack('/endDisposition', 'endDispositionMissing', 'DSF 5.1 e')]),
    ...(endDisposition === 'retained' && !retentionRef?.trim()
      ? [lack('/retentionRef', 'retentionRefMissing', 'DSF 5.1 e')]
      : []),
  ]
}

function archiveRefOf(call: Call): string {
  return ((call.input as { archiveRef?: string }).archiveRef ?? reasonOf(call)).trim()
}

function lack(pointer: string, text: string, source: string): Missing {
  return { pointer, rule: 'end', source, text }
}
