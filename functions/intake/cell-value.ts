import type { Field } from '../fields/field.ts'
import { dayOf, durationOf, isFiller, isScientific, numberOf, yesNoOf } from './read/answers.ts'
import { fold } from './read/fold.ts'
import type { Language, Parsed, Words, World } from './target.ts'

/** The words of each code of each vocabulary. */
export interface CodeWords {
  readonly [vocabulary: string]: { readonly [code: string]: Words }
}

/** The value of one cell, or one part of it, as a field holds it. */
export function parseValue(field: Field, text: string, world: World, words: CodeWords): Parsed {
  switch (field.type) {
    case 'text':
      return parseText(field, text)
    case 'longText':
      return found(text, 'text')
    case 'yesNo':
      return found(yesNoOf(text), 'yesNo')
    case 'date':
      return found(dayOf(text), 'date')
    case 'number':
      return found(numberOf(text), 'number')
    case 'duration':
      return found(durationOf(text), 'duration')
    case 'country':
      return found(countryOf(text), 'country')
    case 'code':
      return parseCode(words[field.vocabulary ?? field.name] ?? noCodes, text)
    case 'ref':
      return world.find(field.kind ?? '', text)
    case 'group':
      return { fault: { code: 'text' } }
  }
}

/** A value of a field as a file shows it, so that `parseValue` gives the same again. */
export function writeValue(field: Field, value: unknown, world: World, words: CodeWords, language: Language): string {
  if (value === undefined || value === null) return ''
  if (field.type === 'yesNo') return yesNo[value === true ? 'yes' : 'no'][language]
  if (field.type === 'code') return words[field.vocabulary ?? field.name]?.[String(value)]?.[language] ?? String(value)
  if (field.type === 'ref') return world.name(field.kind ?? '', String(value))
  if (field.type === 'number' && language === 'sv') return String(value).replace('.', ',')
  return String(value)
}

const yesNo = { yes: { sv: 'Ja', en: 'Yes' }, no: { sv: 'Nej', en: 'No' } }

function parseText({ identifier }: Field, text: string): Parsed {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  if (identifier && isScientific(line)) return { fault: { code: 'scientific' } }
  if (identifier && isFiller(line)) return { fault: { code: 'filler' } }
  return { value: line }
}

const noCodes: Codes = {}

interface Codes {
  readonly [code: string]: Words
}

function parseCode(codes: Codes, text: string): Parsed {
  const hit = codesByWord(codes).get(fold(text))
  return hit === undefined ? { fault: { code: 'code', unknown: text } } : { value: hit }
}

const folded = new WeakMap<Codes, ReadonlyMap<string, string>>()

/** The first code that goes by each word, folded. */
function codesByWord(codes: Codes): ReadonlyMap<string, string> {
  const known = folded.get(codes)
  if (known) return known
  const byWord = new Map<string, string>()
  for (const [code, { sv, en }] of Object.entries(codes))
    for (const word of [sv, en, code].map(fold)) if (!byWord.has(word)) byWord.set(word, code)
  folded.set(codes, byWord)
  return byWord
}

const countries = new Map<string, string>()

function countryOf(text: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(text) && regionName(text.toUpperCase(), 'en')) return text.toUpperCase()
  if (countries.size === 0)
    for (const code of regionCodes())
      for (const language of ['sv', 'en']) countries.set(fold(regionName(code, language) ?? code), code)
  return countries.get(fold(text))
}

function regionCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => regionName(code, 'en'))
}

const names = {
  sv: new Intl.DisplayNames('sv', { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
}

function regionName(code: string, language: string): string | undefined {
  return names[language === 'sv' ? 'sv' : 'en'].of(code)
}

function found(value: unknown, code: string): Parsed {
  return value === undefined ? { fault: { code } } : { value }
}
