const dayMs = 24 * 60 * 60 * 1000
const epoch1900Ms = Date.UTC(1899, 11, 30)
const epoch1904Ms = Date.UTC(1904, 0, 1)
const exactDigits = 15

const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** Whether numbers with this format are shown as dates: built-in ones by number, own ones by their letters. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return dateFormats.has(id)
  const bare = code.replaceAll(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, '')
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare)
}

/**
 * A stored number as text: whole digits as long as a spreadsheet keeps them exactly (15), beyond that in scientific notation,
 * so that a number that has lost digits is seen for what it is.
 */
export function numberText(stored: string): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored.trim()
  if (Math.abs(value) >= 10 ** exactDigits) return value.toExponential().toUpperCase()
  if (Number.isInteger(value)) return String(value)
  const rounded = Number(value.toPrecision(exactDigits))
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(12).replace(/0+$/, '') : String(rounded)
}

/** A stored day number as `YYYY-MM-DD`, with the time when it has one; the number itself when it is no day. */
export function dateText(stored: string, since1904: boolean): string {
  const days = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(days) || days < 0 || days > 2_958_465) return numberText(stored)
  const time = new Date(
    Math.round(((since1904 ? epoch1904Ms : epoch1900Ms) + days * dayMs) / 1000) * 1000,
  ).toISOString()
  if (days < 1) return time.slice(11, 16)
  return Number.isInteger(days) ? time.slice(0, 10) : `${time.slice(0, 10)} ${time.slice(11, 16)}`
}
