import type { Language } from '../text/text.ts'

const place = 'forteckna.language'

/** The language last chosen in this browser; Swedish the first time. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(place) === 'en' ? 'en' : 'sv'
  } catch {
    return 'sv'
  }
}

/** Keeps the choice of language in this browser, for the time before sign-in. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(place, language)
  } catch {
    return
  }
}
