import type { Sentences, Words } from './route.ts'

type Table = { readonly [rule: string]: string }

/** Sentences for `missing` items from a service's requirement texts, by the item's text key or rule. */
export function requirementSentences(texts: { readonly [language in keyof Words]: Table }): Sentences {
  return { missing: (item, language) => texts[language][item.text ?? item.rule] }
}
