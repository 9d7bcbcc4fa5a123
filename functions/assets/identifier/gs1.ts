/** What a GS1 barcode of a device says: the product (UDI-DI) and the production (UDI-PI). Dates are `YYYY-MM-DD`. */
export interface Gs1 {
  gtin?: string
  lot?: string
  serial?: string
  productionDate?: string
  expiryDate?: string
  version?: string
}

/** Application identifiers that are read: fixed length, or up to the next separator. */
const identifiers: { readonly [ai: string]: { member?: keyof Gs1; fixed?: number; isDate?: true } } = {
  '01': { member: 'gtin', fixed: 14 },
  '10': { member: 'lot' },
  '11': { member: 'productionDate', fixed: 6, isDate: true },
  '13': { fixed: 6 },
  '15': { fixed: 6 },
  '16': { fixed: 6 },
  '17': { member: 'expiryDate', fixed: 6, isDate: true },
  '20': { fixed: 2 },
  '21': { member: 'serial' },
  '30': {},
  '240': {},
  '241': {},
  '8012': { member: 'version' },
}

const separator = '\u001d'
const longestValue = 30

/**
 * Reads a GS1 element string, as printed with brackets `(01)07…(17)270131(10)A1` or as a scanner gives it, with a symbology
 * prefix and separators. Undefined when it is none, or holds an identifier or date that cannot be read.
 */
export function parseGs1(text: string): Gs1 | undefined {
  const elements = text.trim().startsWith('(') ? bracketed(text.trim()) : scanned(text.trim())
  if (!elements || elements.length === 0) return undefined
  const found: Gs1 = {}
  for (const { ai, value } of elements) {
    const known = identifiers[ai]
    if (!known || value === '' || value.length > longestValue) return undefined
    if (known.fixed !== undefined && !new RegExp(`^\\d{${known.fixed}}$`).test(value)) return undefined
    const read = known.isDate ? dayOf(value) : value
    if (read === undefined) return undefined
    if (known.member) found[known.member] = read
  }
  return found
}

/** The production part of a code as it is printed: `(11)260131(17)310131(10)A1(21)S1`. */
export function writeUdiPi({ lot, serial, productionDate, expiryDate, version }: Gs1): string {
  const day = (date: string) => date.slice(2).replaceAll('-', '')
  return [
    productionDate && `(11)${day(productionDate)}`,
    expiryDate && `(17)${day(expiryDate)}`,
    lot && `(10)${lot}`,
    serial && `(21)${serial}`,
    version && `(8012)${version}`,
  ]
    .filter(Boolean)
    .join('')
}

interface Element {
  ai: string
  value: string
}

function bracketed(text: string): Element[] | undefined {
  if (!/^(\(\d{2,4}\)[^()]+)+$/.test(text)) return undefined
  return [...text.matchAll(/\((\d{2,4})\)([^()]+)/g)].map(([, ai = '', value = '']) => ({
    ai,
    value: value.replaceAll(separator, '').trim(),
  }))
}

function scanned(text: string): Element[] | undefined {
  const elements: Element[] = []
  let rest = unseparated(text.replace(/^\](d2|C1|Q3|e0)/, ''))
  while (rest !== '') {
    const ai = Object.keys(identifiers).find((candidate) => rest.startsWith(candidate))
    if (!ai) return undefined
    const after = rest.slice(ai.length)
    const fixed = identifiers[ai]?.fixed
    const end = fixed ?? (after.includes(separator) ? after.indexOf(separator) : after.length)
    elements.push({ ai, value: after.slice(0, end) })
    rest = unseparated(after.slice(end))
  }
  return elements
}

function unseparated(text: string): string {
  return text.startsWith(separator) ? text.slice(separator.length) : text
}

/** `YYMMDD`; day 00 is the last of the month. No device of the register was made before 1990. */
function dayOf(value: string): string | undefined {
  const [year = 0, month = 0, day = 0] = [value.slice(0, 2), value.slice(2, 4), value.slice(4)].map(Number)
  const full = year >= 90 ? 1900 + year : 2000 + year
  if (month < 1 || month > 12) return undefined
  const last = new Date(Date.UTC(full, month, 0)).getUTCDate()
  if (day > last) return undefined
  return `${full}-${String(month).padStart(2, '0')}-${String(day || last).padStart(2, '0')}`
}
