import { packText, textSigns, unpackText } from './pack-text.ts'

const betweenValues = '|'
const betweenItems = ','
const list = '*'
const json = '='
const yes = '+'
const no = '-'
const signs = [list, json, yes, no, ...textSigns]

/**
 * Values in one short string, since a list is paid for by the byte: texts as `packText` has them, lists of texts item by item
 * (`*`), yes and no as signs (`+`, `-`), whole numbers bare, all else as JSON (`=`). Absent values at the end are left out.
 * @param first a text that the reader knows already, for the others to refer to
 */
export function pack(values: readonly unknown[], first: string): string {
  const said = [first]
  return values
    .map((value) => packValue(value, said))
    .join(betweenValues)
    .replace(/\|+$/, '')
}

/** What `pack` was given; what was null is undefined. */
export function unpack(packed: string, first: string): unknown[] {
  const said = [first]
  const values: unknown[] = packed.split(betweenValues)
  for (let at = 0; at < values.length; at++) values[at] = unpackValue(values[at] as string, said)
  return values
}

function packValue(value: unknown, said: string[]): string {
  if (value === undefined || value === null) return ''
  if (isPlain(value, betweenValues)) return packText(value, said)
  if (isPlainList(value)) return list + value.map((item) => packText(item, said)).join(betweenItems)
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number' && isWhole(String(value))) return String(value)
  return json + swapQuotes(JSON.stringify(value)).replaceAll(betweenValues, '\\u007c')
}

function unpackValue(part: string, said: string[]): unknown {
  switch (part.charAt(0)) {
    case '':
      return undefined
    case yes:
      return true
    case no:
      return false
    case json:
      return JSON.parse(swapQuotes(part.slice(1)))
    case list:
      return itemsOf(part).map((item) => unpackText(item, said))
    default:
      return isWhole(part) ? Number(part) : unpackText(part, said)
  }
}

function itemsOf(part: string): string[] {
  return part.slice(list.length).split(betweenItems)
}

/** A text that cannot be taken for something else, nor for two. */
function isPlain(value: unknown, separator: string): value is string {
  if (typeof value !== 'string' || value === '' || value.includes(betweenValues) || value.includes(separator))
    return false
  return !signs.includes(value.charAt(0)) && !isWhole(value)
}

function isPlainList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isPlain(item, betweenItems))
}

function isWhole(text: string): boolean {
  return /^\d{1,15}$/.test(text)
}

/** JSON with the other quotes, since the store's own JSON would put a backslash before each of the usual ones. */
function swapQuotes(text: string): string {
  if (!text.includes('"')) return text.replaceAll("'", '"')
  return text.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"'))
}
