import { addMonths, addDays } from '../processing/calendar.ts'
import type { AgreementData } from './agreement-data.ts'
import type { AgreementStatus } from './vocabulary.ts'

/** What the dates of an agreement say. All days are inclusive. */
export type Term = Pick<
  AgreementData,
  'signedAt' | 'validFrom' | 'validTo' | 'noticeMonths' | 'renewal' | 'renewalMonths' | 'terminationAt'
>

/** Days before its end that an agreement counts as expiring (rule SU-04). */
export const noticeDays = 90

/**
 * The day on which the period that holds on `day` ends, tacit renewals counted; undefined when it is open. A day after the
 * end of an agreement that is not renewed by itself gives that end.
 */
export function periodEnd({ validTo, renewal, renewalMonths }: Term, day: string): string | undefined {
  if (!validTo || validTo >= day || !renewalMonths || renewal !== 'tacit') return validTo
  let renewals = Math.max(1, Math.floor(monthsBetween(validTo, day) / renewalMonths))
  while (addMonths(validTo, renewals * renewalMonths) < day) renewals++
  return addMonths(validTo, renewals * renewalMonths)
}

/** The last day on which the agreement holds as far as is known on `day`: the period's end, or when it was given notice to. */
export function lastDay(term: Term, day: string): string | undefined {
  const end = periodEnd(term, day)
  const { terminationAt } = term
  if (!end || !terminationAt) return end ?? terminationAt
  return terminationAt < end || renewsItself(term) ? terminationAt : end
}

/** Signed, begun and not ended on that day, whatever has become of it since (domain model 10.28). */
export function isInForce(term: Term, day: string): boolean {
  const from = firstDay(term)
  if (from === undefined || from > day) return false
  const end = lastDay(term, day)
  return end === undefined || end >= day
}

/** The first day on which it holds: signed and begun. Undefined while it is not signed. */
export function firstDay({ signedAt, validFrom }: Term): string | undefined {
  if (!signedAt) return undefined
  return validFrom && validFrom > signedAt ? validFrom : signedAt
}

/**
 * The last day to give notice so that it takes effect when the period ends: as many months before as the agreement says, the
 * same day of the month (lag 1930:173). The next one from `day` on for an agreement that renews itself. Undefined when there is
 * no end, no notice period, or notice has been given.
 */
export function lastNoticeDay(term: Term, day: string): string | undefined {
  const { noticeMonths, terminationAt } = term
  const end = periodEnd(term, day)
  if (end === undefined || noticeMonths === undefined || terminationAt) return undefined
  const last = addMonths(end, -noticeMonths)
  if (last >= day || !renewsItself(term)) return last
  return addMonths(periodEnd(term, addDays(end, 1)) ?? end, -noticeMonths)
}

/** What an agreement is on a day: its state, or what its dates make of it. Never stored. */
export function statusOf(state: string, term: Term, day: string): AgreementStatus {
  if (state !== 'active' && state !== 'amending') return state as AgreementStatus
  const from = firstDay(term) ?? term.validFrom
  if (from && from > day) return 'notYetValid'
  const end = lastDay(term, day)
  if (end !== undefined && end < day) return 'expired'
  if (end !== undefined && (term.terminationAt || !renewsItself(term)) && isSoon(term, end, day)) return 'expiring'
  return state
}

/** Prolonged unless somebody gives notice; it takes a period to be prolonged by. */
export function renewsItself({ renewal, renewalMonths }: Term): boolean {
  return renewal === 'tacit' && renewalMonths !== undefined && renewalMonths > 0
}

/** Whether the end lies within ninety days, or within the time that notice takes. */
export function isSoon({ noticeMonths = 0 }: Term, end: string, day: string): boolean {
  return end <= addDays(day, noticeDays) || end <= addMonths(day, noticeMonths)
}

/** Whole months at most: what a day of the month adds is left out. */
function monthsBetween(from: string, to: string): number {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return Math.max(0, monthOf(to) - monthOf(from) - 1)
}
