import { fold } from '../../intake/read/fold.ts'

const languages = ['sv', 'en', 'da', 'nb', 'nl', 'fr', 'es', 'ca']
const eea = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '),
)
const shorts: { [word: string]: string } = { usa: 'US', 'u.s.': 'US', uk: 'GB', england: 'GB', 'ee.uu.': 'US', 'eua': 'US', vs: 'US' } // prettier-ignore
const notCountries = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'])

let names: Map<string, string> | undefined

/** ISO 3166 codes of the countries outside the EEA that a text names, in any of the languages read. */
export function thirdCountriesIn(text: string): string[] {
  const folded = fold(text)
  const found = [...countryNames()].filter(([name]) => standsIn(folded, name)).map(([, code]) => code)
  return [...new Set(found)].filter((code) => !eea.has(code))
}

/** Whether the text names a country of the EEA. */
export function namesEeaCountry(text: string): boolean {
  const folded = fold(text)
  return [...countryNames()].some(([name, code]) => eea.has(code) && standsIn(folded, name))
}

function standsIn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0) return false
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')
}

function countryNames(): Map<string, string> {
  if (names) return names
  const found = new Map<string, string>(Object.entries(shorts))
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = notCountries.has(code) ? undefined : display.of(code)
      if (name && name.length > 3) found.set(fold(name), code)
    }
  }
  return (names = found)
}
