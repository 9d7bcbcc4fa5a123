import type { Language, Words } from './target.ts'
import en from './text/en/intake.json' with { type: 'json' }
import sv from './text/sv/intake.json' with { type: 'json' }

type Texts = typeof sv
type Params = { readonly [name: string]: string | number }

const texts: { readonly [language in Language]: Texts } = { sv, en }

/** A text with its `{name}` places filled in. */
export function say(key: 'comment', language: Language, params?: Params): string {
  return filled(texts[language][key], params)
}

/** What is wrong with a cell or a row. */
export function faultWords(code: string, language: Language, params: Params = {}): string {
  const words: { readonly [code: string]: string } = texts[language].faults
  return filled(words[code] ?? texts[language].faults.other, { code, ...params })
}

/** Why a file cannot be read. */
export function unreadableWords(reason: keyof Texts['unreadable'], language: Language, params: Params = {}): string {
  return filled(texts[language].unreadable[reason], params)
}

/** Why something asked of an import is refused. */
export function problemWords(code: string, language: Language, params: Params = {}): string | undefined {
  const words = (texts[language].problems as { readonly [code: string]: string })[code]
  return words && filled(words, params)
}

/** What a column that is no field is called. */
export function columnWords(name: keyof Texts['columns']): Words {
  return { sv: sv.columns[name], en: en.columns[name] }
}

/** What a rule for knowing records again is called. */
export function ruleWords(id: keyof Texts['rules']): Words {
  return { sv: sv.rules[id], en: en.rules[id] }
}

/** What a route does, for the document of the API. */
export function operationWords(operation: keyof Texts['operations'], params: { sv?: Params; en?: Params } = {}): Words {
  return { sv: filled(sv.operations[operation], params.sv), en: filled(en.operations[operation], params.en) }
}

function filled(text: string, params: Params = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
