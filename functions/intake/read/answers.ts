import words from './answer-words.json' with { type: 'json' }
import { fold } from './fold.ts'

const yes = new Set(words.yes.map(fold))
const no = new Set(words.no.map(fold))

/** Yes or no in the words of Swedish and English files; undefined for anything else. */
export function yesNoOf(text: string): boolean | undefined {
  const word = fold(text)
  if (yes.has(word)) return true
  return no.has(word) ? false : undefined
}

/**
 * A calendar day as `YYYY-MM-DD` from the forms that leave no doubt: year first, or day.month.year with dots. A time after it is left out.
 * Undefined for anything else, also for days that do not exist.
 */
export function dayOf(text: string): string | undefined {
  if (isPlainDay(text)) return text
  const bare = text.replace(/[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/, '')
  const first = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(bare)
  const last = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(bare)
  const parts = first ? [first[1], first[3], first[4]] : last && [last[3], last[2], last[1]]
  if (!parts) return undefined
  const [year, month, day] = parts.map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const whole = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return whole ? date.toISOString().slice(0, 10) : undefined
}

/** A day that is in every month, written as it is kept: nearly all days of a file, which need no calendar. */
function isPlainDay(text: string): boolean {
  return /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(text)
}

/** A number with Swedish or English decimals and spaces between thousands; undefined for anything else. */
export function numberOf(text: string): number | undefined {
  const bare = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(bare) ? Number(bare) : undefined
}

const units: { readonly [word: string]: string } = words.durationUnits

/** A duration as ISO 8601 (`P3Y`), also from `3 år` and `6 months`; undefined for anything else. */
export function durationOf(text: string): string | undefined {
  if (/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/i.test(text)) return text.toUpperCase()
  const [, amount, word] = /^(\d{1,4})\s*([\p{L}.]+)$/u.exec(text) ?? []
  const unit = word && units[fold(word).replace(/\.$/, '')]
  return unit ? `P${Number(amount)}${unit}` : undefined
}

/** A number that a spreadsheet has shortened to `7,35E+12`: digits are lost. */
export function isScientific(text: string): boolean {
  return /^-?\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text)
}

const fillers = new Set(words.fillers.map(fold))

/** What makers and people write where there is no number: `To be filled by O.E.M.`, `0`, `-`, `XXXXXXX`. */
export function isFiller(text: string): boolean {
  return fillers.has(fold(text)) || /^(?:0*|[x?]|([a-z])\1{2,}|([1-9])\2{7,})$/i.test(text.replaceAll(/[\s._–-]/g, ''))
}
