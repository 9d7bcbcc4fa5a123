import { textAt, type Texts } from '../processing/text.ts'
import en from './text/en/vocabulary.json' with { type: 'json' }
import sv from './text/sv/vocabulary.json' with { type: 'json' }

export type Language = 'sv' | 'en'

const words: { [language in Language]: Texts } = { sv, en }

/** Label of a code of the suppliers' own vocabularies. */
export function labelOf(name: string, code: string, language: Language): string {
  return textAt(words[language], `${name}.${code}`) ?? code
}

/** A country (two letters) by its name; anything else as it stands. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code) : code
}
