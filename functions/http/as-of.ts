import { RegisterError } from '../register/errors.ts'

const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * The moment that `asOf` names, in RFC 3339 UTC: an RFC 3339 time, or a date, which is the end of that day in Europe/Stockholm.
 * Throws `malformed` for anything else, also for a date that does not exist.
 */
export function asOfTime(text: string): string {
  const date = datePattern.exec(text)
  if (date) return endOfDay(text, Number(date[1]), Number(date[2]), Number(date[3]))
  const time = timePattern.test(text) && isDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw refused()
  return new Date(time).toISOString()
}

function endOfDay(text: string, year: number, month: number, day: number): string {
  if (!isDate(text)) throw refused()
  const nextMidnight = Date.UTC(year, month - 1, day + 1)
  return new Date(nextMidnight - offsetMs(nextMidnight) - 1).toISOString()
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const stockholm = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })

/** How far Swedish time is ahead at midnight; the clock never changes between midnight in UTC and in Sweden. */
function offsetMs(time: number): number {
  const name = stockholm.formatToParts(time).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

function refused(): RegisterError {
  return new RegisterError('malformed', 'asOf names no moment', { reason: 'query-value', params: { name: 'asOf' } })
}
