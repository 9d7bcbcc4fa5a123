import { spokenKey } from '../http/spoken-language.ts'
import type { Store } from '../store/store.ts'

/** The language that somebody last chose; Swedish for one who never has. */
export async function languageOf(store: Store, personId: string): Promise<'sv' | 'en'> {
  return (await store.get(spokenKey(personId)))?.body === 'en' ? 'en' : 'sv'
}
