import type { Item, Key } from '../store/store.ts'
import type { Language } from './language.ts'

/** Where a person's choice of language outlives the session, for what is written to them. */
export function spokenKey(personId: string): Key {
  return { pk: `language#${personId}`, sk: 'head' }
}

/** The choice as it is stored. */
export function spokenItem(personId: string, language: Language): Item {
  return { ...spokenKey(personId), body: language }
}
