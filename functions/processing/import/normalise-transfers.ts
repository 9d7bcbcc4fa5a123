import type { ActivityData, Transfer } from '../data.ts'
import { thirdCountriesIn } from './countries.ts'
import type { Language } from './language.ts'
import { saysNothing, saysYes } from './segments.ts'
import { fold } from '../../intake/read/fold.ts'
import { createFinder, createSpotter } from './terms.ts'
import contextWords from './words/context.json' with { type: 'json' }

const spotNoTransfer = createSpotter(contextWords.noTransfer)
const safeguards = Object.entries(contextWords.safeguard).map(([code, terms]): [string, { sv: string[] }] => [
  code,
  { sv: terms },
])
const findSafeguard = createFinder(Object.fromEntries(safeguards))
const refusal = /^(?:nej|no|non|nee|nei|aucun|ninguna?|cap|ingen|inga|geen|none)\b/
const consent = /^(?:ja|yes|oui|si)\b/

/**
 * Whether data leave the EEA, where to and with which safeguard, as far as the text says. A named third country means yes
 * unless the text denies the transfer; a text that tells neither is left to the reader.
 */
export function transfersOf(
  text: string,
  safeguard: string,
  language: Language,
): Pick<ActivityData, 'thirdCountryTransfer' | 'transfers'> {
  const folded = fold(text).trim()
  const [mechanism] = findSafeguard(`${text} ${safeguard}`, 'sv')
  if (folded === '') return {}
  if (saysNothing(text) || refusal.test(folded) || folded === 'false') return { thirdCountryTransfer: 'no' }
  const denied = spotNoTransfer(text, language) !== undefined
  const countries = denied ? [] : thirdCountriesIn(text)
  if (denied) return { thirdCountryTransfer: 'no' }
  if (countries.length === 0) return saysYes(text) || consent.test(folded) ? { thirdCountryTransfer: 'yes' } : {}
  return {
    thirdCountryTransfer: 'yes',
    transfers: countries.map((country): Transfer => ({ country, ...(mechanism && { mechanism }) })),
  }
}
