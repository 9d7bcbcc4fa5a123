import { language, t } from './text.ts'

const zone = 'Europe/Stockholm'

function locale(): string {
  return language() === 'sv' ? 'sv-SE' : 'en-GB'
}

function form(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options })
}

/** A date (`2026-11-19`) or time (RFC 3339) as a point in time; a bare date is noon, so that no zone moves it. */
function point(value: string): Date {
  return new Date(value.length === 10 ? `${value}T12:00:00Z` : value)
}

/** The calendar day in Stockholm, `YYYY-MM-DD`. */
export function dayOf(time: Date | string): string {
  const date = typeof time === 'string' ? point(time) : time
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    date,
  )
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((point(dayOf(to)).getTime() - point(dayOf(from)).getTime()) / 86_400_000)
}

/** "19 november", with the year when it is not this one. */
export function dateText(value: string, today = dayOf(new Date())): string {
  const sameYear = dayOf(value).slice(0, 4) === today.slice(0, 4)
  return form({ day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(point(value))
}

/** "19 nov", for tables. */
export function dateShort(value: string, today = dayOf(new Date())): string {
  const sameYear = dayOf(value).slice(0, 4) === today.slice(0, 4)
  const text = form({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(point(value))
  return text.replaceAll('.', '')
}

/** "torsdag 3 december". */
export function weekdayText(value: string): string {
  return form({ weekday: 'long', day: 'numeric', month: 'long' }).format(point(value))
}

/** "november 2026". */
export function monthText(value: string): string {
  return form({ month: 'long', year: 'numeric' }).format(point(value))
}

/** "14:03". */
export function timeText(value: string | Date): string {
  return form({ hour: '2-digit', minute: '2-digit' }).format(typeof value === 'string' ? new Date(value) : value)
}

/** "i dag 14:03", "i går 14:03", otherwise "19 november". */
export function momentText(value: string, now = new Date()): string {
  const days = daysBetween(value, dayOf(now))
  if (days === 0) return t('shell.time.today', { time: timeText(value) })
  if (days === 1) return t('shell.time.yesterday', { time: timeText(value) })
  return dateText(value, dayOf(now))
}

/** "i dag", "i morgon", "om 11 dagar", "om 4 månader", "om ett år", "6 dagar sen". */
export function dueText(date: string, today = dayOf(new Date())): string {
  const days = daysBetween(today, date)
  if (days === 0) return t('shell.time.dueToday')
  if (days === 1) return t('shell.time.dueTomorrow')
  const { unit, count } = roughly(Math.abs(days))
  return t(`shell.time.${days > 0 ? 'dueIn' : 'late'}.${unit}`, { count })
}

/** A time as people say it: in days up to two months, then in months, then in years. */
function roughly(days: number): { unit: 'days' | 'months' | 'years'; count: number } {
  if (days <= 60) return { unit: 'days', count: days }
  const months = Math.round(days / 30.44)
  return months % 12 === 0 || months > 24
    ? { unit: 'years', count: Math.round(months / 12) }
    : { unit: 'months', count: months }
}

/** 300412 as "300 412", with spaces that do not break. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(locale()).format(value)
}

/** "a, b och c". */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items)
}
