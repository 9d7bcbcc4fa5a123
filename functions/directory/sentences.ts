import en from './text/en/directory.json' with { type: 'json' }
import sv from './text/sv/directory.json' with { type: 'json' }

type Words = { readonly [key: string]: string }
type Language = 'sv' | 'en'

const texts = { sv, en }

/** What the directory's own refusals say. */
export const directorySentences = {
  missing: ({ rule }: { rule: string }, language: Language): string | undefined =>
    (texts[language].missing as Words)[rule],
  field: ({ code }: { code: string }, language: Language): string | undefined =>
    (texts[language].fields as Words)[code],
}

/** What a route of the directory does, in both languages. */
export function directoryWords(operation: keyof typeof sv.operations): { sv: string; en: string } {
  return { sv: sv.operations[operation], en: en.operations[operation] }
}
