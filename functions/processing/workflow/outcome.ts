import type { Snapshot } from '../../register/record.ts'
import type { Outcome, TransitionInput } from '../../register/transition-rule.ts'
import type { ActivityData } from '../data.ts'

export type Call = TransitionInput<ActivityData>
export type ActivityOutcome = Outcome<ActivityData>

/** A change beside the state: a record in force and not under revision stays in force in its new revision. */
export function beside(snapshot: Snapshot<ActivityData>, outcome: ActivityOutcome): ActivityOutcome {
  const { state, registeredRevision, revision } = snapshot.newest
  return state === 'registered' && registeredRevision === revision ? { ...outcome, registers: true } : outcome
}

/** The reason, given as the comment or in the transition's own data. */
export function reasonOf({ comment, input }: Call): string {
  const { reason } = input as { reason?: string }
  return (comment ?? reason ?? '').trim()
}

/** A date so many months later; the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** A date so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
