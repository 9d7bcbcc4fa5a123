import { textAt, type Texts } from '../processing/text.ts'
import type { Language } from './labels.ts'
import en from './text/en/export.json' with { type: 'json' }
import sv from './text/sv/export.json' with { type: 'json' }

/** How items become rows of a file. */
export interface ItemTable<T> {
  /** The file's name without ending. */
  name: string
  headings: string[]
  row(item: T): string[]
}

const texts: { [language in Language]: Texts } = { sv, en }

/** A heading, a kind of record or a file's name, in words. */
export function exportWord(key: string, language: Language): string {
  return textAt(texts[language], key) ?? key
}
