import { fold } from '../../intake/read/fold.ts'

/** Languages that published registers are read in; Norwegian is read as Danish. */
export type Language = 'sv' | 'en' | 'da' | 'nl' | 'fr' | 'es' | 'ca'

const stopwords: { [language in Language]: string } = {
  sv: 'och att för av som är den det med till inte om på uppgifter uppgift enligt eller från vid ej namn adress allmänt intresse rättslig samtycke gallras bevaras sparas år ärende behandling',
  en: 'the and of to for with that is are or by from data name address public interest legal consent years after their kept retained information personal contact',
  da: 'og af til det som er ikke med fra eller ved oplysninger personoplysninger efter samt der sletning slettes år navn adresse opplysninger av for retlig forpligtelse samtykke hos borgere sager databeskyttelsesforordningens',
  nl: 'de het een van en voor met door niet of bij gegevens jaar na wordt worden persoonsgegevens naam adres wettelijke belang ter uitvoering bewaard vernietigen algemeen overeenkomst zijn',
  fr: 'le la les des du et de un une pour par dans sur ou aux au données ans durée nom adresse intérêt public obligation légale consentement conservation personnes à personnel',
  es: 'el la los las de y en del para por con datos años una un al que nombre dirección interés público obligación legal tratamiento ejercicio cumplimiento se necesario conservarán personas',
  ca: 'el la els les de i en del per amb dades anys una un al que nom adreça interès públic obligació compliment tractament exercici es conservaran persones dels a municipi ajuntament habitatge cognoms',
}

const sets = Object.entries(stopwords).map(([language, words]) => ({
  language: language as Language,
  words: new Set(fold(words).split(' ')),
}))

const neighbours: { [language in Language]: readonly Language[] } = {
  sv: ['da', 'en'],
  en: [],
  da: ['sv', 'en'],
  nl: ['en', 'fr'],
  fr: ['en'],
  es: ['ca', 'en'],
  ca: ['es', 'en'],
}

/** The language in which most of a text's small words are written; `fallback` when it has too few to tell. */
export function languageOf(text: string, fallback: Language = 'sv'): Language {
  const words = fold(text).match(/\p{L}+/gu) ?? []
  const counted = sets.map(({ language, words: known }) => ({
    language,
    hits: words.filter((word) => known.has(word)).length,
  }))
  const best = counted.reduce((left, right) => (right.hits > left.hits ? right : left))
  return best.hits >= 2 ? best.language : fallback
}

/** A stated language code as one we read; undefined when it is none of them. */
export function knownLanguage(code: string | undefined): Language | undefined {
  const short = code?.trim().toLowerCase().slice(0, 2)
  if (short === 'nb' || short === 'nn' || short === 'no') return 'da'
  return sets.find(({ language }) => language === short)?.language
}

/** Languages whose words are tried when a text's own say nothing. */
export function related(language: Language): readonly Language[] {
  return neighbours[language]
}
