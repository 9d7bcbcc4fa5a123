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

/** What a finding of the directory says and asks for. */
export function directoryFindingWords(
  rule: string,
  language: Language,
  name: string,
): { detail: string; action: string } {
  const words = (texts[language].findings as { [rule: string]: { title: string; action: string } })[rule]
  const filled = (text: string | undefined): string => (text ?? rule).replaceAll('{name}', name)
  return { detail: filled(words?.title), action: filled(words?.action) }
}

/** What a route of the directory does, in both languages. */
export function directoryWords(operation: keyof typeof sv.operations): { sv: string; en: string } {
  return { sv: sv.operations[operation], en: en.operations[operation] }
}
