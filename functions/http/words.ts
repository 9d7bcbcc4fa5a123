import type { Language } from './language.ts'

type Load<Texts> = () => Promise<{ default: Texts }>

/** The texts of one topic by language, each language loaded when first needed and kept. */
export function onFirstNeed<Texts>(loads: { readonly [language in Language]: Load<Texts> }): (
  language: Language,
) => Promise<Texts> {
  const loaded: { [language in Language]?: Promise<Texts> } = {}
  return (language) => (loaded[language] ??= loads[language]().then((module) => module.default))
}
