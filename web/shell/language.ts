import { inMemory } from '../stash/memory.ts'
import type { Language } from '../text/text.ts'

const place = 'forteckna.language'

/** The language last chosen in this browser; Swedish the first time. */
export function rememberedLanguage(): Language {
  return inMemory((memory) => memory.getItem(place)) === 'en' ? 'en' : 'sv'
}

/** Keeps the choice of language in this browser, for the time before sign-in. */
export function rememberLanguage(language: Language): void {
  inMemory((memory) => memory.setItem(place, language))
}
