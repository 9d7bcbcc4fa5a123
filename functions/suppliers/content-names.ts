import en from '../processing/text/en/data-vocabulary.json' with { type: 'json' }
import sv from '../processing/text/sv/data-vocabulary.json' with { type: 'json' }
import { textAt, type Texts } from '../processing/text.ts'
import { countryName, type Language } from './labels.ts'

const words: { [language in Language]: Texts } = { sv, en }

/** Categories, subjects or countries (`what`) by their names; a code of the officer's own stays a code. */
export function namesOfCodes(what: string, codes: string, language: Language): string {
  const named = codes
    .split(', ')
    .map((code) =>
      what === 'country' ? countryName(code, language) : (textAt(words[language], `${what}.${code}`) ?? code),
    )
  return named.join(', ')
}
