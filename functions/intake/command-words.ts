import type { Language } from './target.ts'
import en from './text/en/command.json' with { type: 'json' }
import sv from './text/sv/command.json' with { type: 'json' }

type Params = { readonly [name: string]: string | number }

const texts: { readonly [language in Language]: typeof sv } = { sv, en }

/** A sentence of the command that reads files in. */
export function commandWords(key: keyof typeof sv, language: Language, params: Params = {}): string {
  return texts[language][key].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
