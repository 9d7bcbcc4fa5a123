import { expect, test } from 'vitest'
import { acceptedLanguage } from '../../../functions/http/language.ts'

test.each([
  [undefined, 'sv'],
  ['', 'sv'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['de, en;q=0.5', 'en'],
  ['de', 'sv'],
  ['sv-SE, en;q=0.9', 'sv'],
  ['en;q=0.3, sv;q=0.8', 'sv'],
  ['sv;q=0.3, en;q=0.8', 'en'],
  ['sv;q=0, en', 'en'],
  ['en;q=0', 'sv'],
  ['EN-us', 'en'],
  ['english', 'sv'],
  ['*', 'sv'],
])('Accept-Language %s is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})
