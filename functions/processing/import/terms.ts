import { fold } from '../../intake/read/fold.ts'
import { type Language, related } from './language.ts'

/** Terms of one code by language; `*` stands for letters, `…` for up to six words, `!` marks what the code is not. */
export type TermList = { readonly [language: string]: readonly string[] }
export type TermTable = { readonly [code: string]: TermList }

interface Matcher {
  positive: RegExp | undefined
  negative: RegExp | undefined
}

/** Codes of a table found in a text, in the table's order. */
export type CodeFinder = (text: string, language: Language) => string[]

/** A finder of codes: words of the text's own language first, of its neighbours' only when those say nothing. */
export function createFinder(table: TermTable): CodeFinder {
  const codes = Object.keys(table)
  const cache = new Map<string, Map<string, Matcher>>()
  const matchers = (language: Language) => {
    const known = cache.get(language)
    if (known) return known
    const made = new Map(codes.map((code) => [code, compile(table[code]?.[language] ?? [])]))
    cache.set(language, made)
    return made
  }
  const find = (folded: string, language: Language, own: Language) =>
    codes.filter((code) => {
      const matcher = matchers(language).get(code)
      const denied = matchers(own).get(code)?.negative
      return matcher !== undefined && matches(matcher, denied ? folded.replaceAll(denied, blank) : folded)
    })
  return (text, language) => {
    const folded = fold(text)
    for (const candidate of [language, ...related(language)]) {
      const found = find(folded, candidate, language)
      if (found.length > 0) return found
    }
    return []
  }
}

/** A finder of one list of terms: where in the folded text the first one stands, or undefined. */
export function createSpotter(list: TermList): (text: string, language: Language) => RegExpExecArray | undefined {
  const cache = new Map<string, Matcher>()
  return (text, language) => {
    const matcher = cache.get(language) ?? compile(list[language] ?? [])
    cache.set(language, matcher)
    const folded = fold(text)
    const masked = matcher.negative ? folded.replaceAll(matcher.negative, blank) : folded
    return (matcher.positive && first(matcher.positive, masked)) ?? undefined
  }
}

function matches({ positive, negative }: Matcher, folded: string): boolean {
  if (!positive) return false
  return first(positive, negative ? folded.replaceAll(negative, blank) : folded) !== null
}

function first(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0
  return pattern.exec(text)
}

function blank(match: string): string {
  return ' '.repeat(match.length)
}

function compile(terms: readonly string[]): Matcher {
  const negative = terms.filter((term) => term.startsWith('!')).map((term) => term.slice(1))
  return { positive: union(terms.filter((term) => !term.startsWith('!'))), negative: union(negative) }
}

function union(terms: readonly string[]): RegExp | undefined {
  if (terms.length === 0) return undefined
  const parts = terms.map((term) => fold(term).split(/\s+/).map(wordPattern).join(''))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

const gap = '(?:\\s+\\S+){0,6}?'
const space = '[\\s\\-/()]+'

function wordPattern(word: string, index: number): string {
  if (word === '…') return gap
  const pattern = word.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', "[\\p{L}\\p{N}']*")
  return index === 0 ? pattern : `${space}${pattern}`
}
