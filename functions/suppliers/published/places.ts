import { isCountry } from '../../fields/country.ts'
import words from './words.json' with { type: 'json' }

const languages = ['en', 'sv', 'de', 'fr', 'nl', 'da', 'nb']
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

let names: ReadonlyMap<string, string> | undefined

/** Countries that a place names: by code, by name in several languages, by a city or a region of a cloud. In the order named. */
export function countriesIn(text: string): string[] {
  const known = (names ??= allNames())
  const plain = text.toLowerCase().normalize('NFC')
  const found = new Map<string, number>()
  for (const [name, country] of known) {
    const at = positionOf(plain, name)
    if (at >= 0 && at < (found.get(country) ?? Number.POSITIVE_INFINITY)) found.set(country, at)
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])([A-Z]{2})(?![\p{L}\p{N}-])/gu)) {
    const code = match[1] === 'UK' ? 'GB' : (match[1] as string)
    if (isCountry(code) && !found.has(code)) found.set(code, match.index)
  }
  return [...found].toSorted((one, other) => one[1] - other[1]).map(([country]) => country)
}

function allNames(): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of letters) {
      for (const second of letters) {
        const code = first + second
        const name = isCountry(code) ? display.of(code)?.toLowerCase() : undefined
        if (name && name.length > 3) all.set(name, code)
      }
    }
  }
  for (const [country, places] of Object.entries(words.places))
    for (const place of places.split(' ')) all.set(place, country)
  return all
}

/** Where a name stands as words of its own; -1 when it does not. */
function positionOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' ']
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at
  }
  return -1
}
