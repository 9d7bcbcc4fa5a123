import { RegisterError } from './errors.ts'
import { swedishOffsetMs } from './swedish-time.ts'

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
  // The clock never changes between midnight in UTC and in Sweden.
  const nextMidnight = Date.UTC(year, month - 1, day + 1)
  return new Date(nextMidnight - swedishOffsetMs(nextMidnight) - 1).toISOString()
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function refused(): RegisterError {
  return new RegisterError('malformed', 'asOf names no moment', { reason: 'query-value', params: { name: 'asOf' } })
}
