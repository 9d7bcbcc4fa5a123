import { describe, expect, it } from 'vitest'
import { basesOf } from '../../../../functions/processing/import/normalise-bases.ts'
import type { Language } from '../../../../functions/processing/import/language.ts'

function bases(text: string, language: Language = 'sv'): string {
  return basesOf(text, language)
    .map(({ basis, variant }) => (variant ? `${basis}:${variant}` : basis))
    .join(' ')
}

describe('article references', () => {
  it.each([
    ['6.1.e', 'e'],
    ['6.1 e', 'e'],
    ['art. 6-1 e', 'e'],
    ['Article 6(1)(c)', 'c'],
    ['Article 6(1) point (c)', 'c'],
    ['Artikel 6, punkt 1 a', 'a'],
    ['artikel 6.1 första stycket e', 'e'],
    ['artikel 6, stk. 1, litra e', 'e'],
    ['artikel 6 lid 1 onder e AVG', 'e'],
    ['article 6, paragraphe 1, point c)', 'c'],
    ['RGPD 679/2016 Art.6.1.e)', 'e'],
    ['Art. 6 (1) lit. f GDPR', 'f'],
    ['6.1 a och e i dataskyddsförordningen', 'a e'],
    ['Art. 6.1.c) y e)', 'c e'],
    ['art. 6, lid 1, sub c en e', 'c e'],
    ['Art. 6.1(c), 6.1(e)', 'c e'],
    ['GDPR 6 (1) (E)', 'e'],
    ['Artikel 6.1 led e i dataskyddsförordningen', 'e'],
    ['Artikel 6, eerste lid, onder e, AVG', 'e'],
    ['(c)', 'c'],
  ])('are read in the form %j', (text, expected) => expect(bases(text)).toBe(expected))

  it.each([
    ['Article 6(1)(c) and a legal duty', 'c'],
    ["6.1.c i d'acord amb la llei", 'c'],
    ['Article 9(2)(h)', ''],
    ['9.2 a uttryckligt samtycke', ''],
    ['LOPD 3/2018 Art.8', ''],
    ['Lag 2016:1145, 6 kap. 1 §', ''],
    ['Förordning 774/89 6 §', ''],
  ])('are not made out of %j', (text, expected) => expect(bases(text)).toBe(expected))
})

describe('words', () => {
  it.each<[string, Language, string]>([
    ['Myndighetsutövning och uppgift av allmänt intresse', 'sv', 'e:publicInterest e:officialAuthority'],
    ['Uppgift av allmänt intresse eller myndighetsutövning', 'sv', 'e'],
    ['Intresseavvägning', 'sv', 'f'],
    ['Bokföringsplikt', 'sv', 'c'],
    ['Legal obligation; Contract', 'en', 'c b'],
    ['Vital interests of the patient', 'en', 'd'],
    ['Samtykke', 'da', 'a'],
    ['Retlig forpligtelse', 'da', 'c'],
    ['Gerechtvaardigd belang', 'nl', 'f'],
    ['Uitvoering van een overeenkomst', 'nl', 'b'],
    ["Mission d'intérêt public", 'fr', 'e:publicInterest'],
    ['Intérêt légitime (article 6.1)', 'fr', 'f'],
    ['Cumplimiento de una obligación legal', 'es', 'c'],
    ['Exercici de poders públics', 'ca', 'e:officialAuthority'],
  ])('%j in %s give %s', (text, language, expected) => expect(bases(text, language)).toBe(expected))

  it.each(['Skollagen', 'Avtalslagen', 'Behandlingen är nödvändig', 'Utan samtycke'])(
    'leave %j to the reader',
    (text) => expect(bases(text)).toBe(''),
  )
})
