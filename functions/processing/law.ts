import { sourceInWords } from './legal-source.ts'
import type { Texts } from './text.ts'
import en from './text/en/legal-source.json' with { type: 'json' }
import sv from './text/sv/legal-source.json' with { type: 'json' }

const laws: { [language in 'sv' | 'en']: Texts } = { sv, en }

/** A legal source spelt out as a sentence of its own: `DSF 30.1 a` as the article of the regulation. */
export function lawInWords(source: string, language: 'sv' | 'en'): string {
  const words = sourceInWords(source, laws[language])
  return words.charAt(0).toUpperCase() + words.slice(1)
}
