import organisationsnummer from 'organisationsnummer'
import type { SupplierData } from './supplier-data.ts'

// The package's types describe a default export that its CommonJS build does not wrap.
const swedish = organisationsnummer as unknown as typeof organisationsnummer.default

/** A legal entity's number as it is stored and compared. */
export interface LegalNumber {
  /** As it is written: `556036-0793`. */
  number: string
  /** A personnummer: the number of somebody who trades in their own name. */
  personal: boolean
}

type Numbered = Pick<SupplierData, 'orgNumber' | 'country' | 'numberScheme'>
type Check = (bare: string) => boolean

/** Schemes that are not of one country. */
const schemes: { readonly [scheme: string]: Check } = {
  vat: (bare) => /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(bare),
  lei: (bare) => /^[A-Z0-9]{18}\d{2}$/.test(bare) && remainder97(bare) === 1,
  duns: (bare) => /^\d{9}$/.test(bare),
  euid: (bare) => /^[A-Z]{2}[A-Z0-9]{4,30}$/.test(bare),
}

/** Numbers of the neighbours' registers, with their check digits. */
const national: { readonly [country: string]: Check } = {
  NO: (bare) => /^\d{9}$/.test(bare) && weighted(bare, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  DK: (bare) => /^\d{8}$/.test(bare) && weighted(bare, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  FI: (bare) => /^\d{8}$/.test(bare) && weighted(bare, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0,
}

/** The scheme that a number is read by: the one given, else that of its country. */
export function schemeOf({ numberScheme, country }: Numbered): string {
  return numberScheme ?? (country === undefined || country === 'SE' ? 'se' : 'national')
}

/** A number read by its scheme and country; undefined when it is not one of that scheme. */
export function readLegalNumber(numbered: Numbered): LegalNumber | undefined {
  const { orgNumber = '', country } = numbered
  const bare = bareNumber(orgNumber)
  const scheme = schemeOf(numbered)
  if (scheme === 'se' || (scheme === 'national' && country === 'SE')) return readSwedish(orgNumber.trim())
  const check = scheme === 'national' ? national[country ?? ''] : schemes[scheme]
  const fits = check ? check(bare) : /[0-9]/.test(bare) && bare.length >= 3
  return fits ? { number: orgNumber.trim(), personal: false } : undefined
}

/** What two numbers are compared by: scheme or country, and letters and digits alone. */
export function numberKey(numbered: Numbered): string {
  const scheme = schemeOf(numbered)
  const scope = scheme === 'se' || scheme === 'national' ? (numbered.country ?? 'SE') : scheme
  const bare = bareNumber(numbered.orgNumber ?? '')
  const isSwedish = scope === 'SE' && bare.length === 12
  return `${scope}/${(isSwedish ? bare.slice(2) : bare).toLowerCase()}`
}

/** `SE556036079301`, `165560360793` and `556036-0793` are the same number. */
function readSwedish(text: string): LegalNumber | undefined {
  const vat = /^SE\s?(\d{6}-?\d{4})\s?01$/i.exec(text)
  const number = (vat?.[1] ?? text).replace(/\s/g, '')
  if (!swedish.valid(number)) return undefined
  const parsed = swedish.parse(number)
  return { number: parsed.format(), personal: parsed.isPersonnummer() }
}

function bareNumber(text: string): string {
  return text.replace(/[^0-9A-Za-z+*]/g, '').toUpperCase()
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
}

/** ISO 7064 MOD 97-10, letters as 10 to 35. */
function remainder97(text: string): number {
  let remainder = 0
  for (const sign of text) {
    for (const digit of String(Number.parseInt(sign, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  }
  return remainder
}
