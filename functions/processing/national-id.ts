import { isDay } from './calendar.ts'

/** A personnummer or samordningsnummer in a text; `start` and `end` as in `slice`. */
export interface NationalIdHit {
  text: string
  start: number
  end: number
}

/**
 * Six or eight digits, perhaps a separator, four digits, not within a longer run of digits. Without a separator the run
 * stands free of letters too, so that serial numbers such as `CND8112189876` pass.
 */
const candidate =
  /(?<!\d|\d[-–+])(?:(\d{2})?(\d{2})(\d{2})(\d{2})([-–—+\u2010\u2011]|[ \u00a0\u202f])(\d{4})|(?<![\p{L}])(\d{2})?(\d{2})(\d{2})(\d{2})(\d{4})(?!\p{L}))(?!\d|[-–]\d)/gu

/** Numbers in the text that have a real birth date (a samordningsnummer has 60 added to the day) and a right check digit. */
export function findNationalIds(text: string): NationalIdHit[] {
  if (!/\d{4}/.test(text)) return []
  const hits: NationalIdHit[] = []
  for (const match of text.matchAll(candidate)) {
    const [century, year, month, day, last] =
      match[6] === undefined
        ? [match[7], match[8], match[9], match[10], match[11]]
        : [match[1], match[2], match[3], match[4], match[6]]
    if (!isBirthDate(century, Number(year), Number(month), Number(day))) continue
    if (!hasCheckDigit(`${year}${month}${day}${last}`)) continue
    hits.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return hits
}

function isBirthDate(century: string | undefined, year: number, month: number, day: number): boolean {
  const centuries = century === undefined ? [18, 19, 20] : [18, 19, 20].filter((value) => value === Number(century))
  const date = day > 60 ? day - 60 : day
  return centuries.some((value) => isDay(value * 100 + year, month, date))
}

function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}
