import { sentence, textAt, type Texts } from './text.ts'

/**
 * A legal source in the short form of the domain model as people read it: `DSF 5.1 b, 30.1 b` gives "dataskyddsförordningen
 * artikel 5.1 b och 30.1 b". `texts`: `legal-source.json` of one language. What is not recognised stays as it is.
 */
export function sourceInWords(source: string, texts: Texts): string {
  const groups: { act: string; places: string[] }[] = []
  for (const part of source.split(', ')) {
    const [first = '', ...rest] = part.split(' ')
    const known = textAt(texts, `acts.${first}`)
    const previous = groups.at(-1)
    if (known === undefined && previous && /^\d/.test(part)) previous.places.push(part)
    else if (known === undefined) groups.push({ act: part, places: [] })
    else groups.push({ act: known, places: rest.length > 0 ? [rest.join(' ')] : [] })
  }
  const worded = groups.map(({ act, places }) => inWords(act, places, texts))
  return [...new Set(worded)].join(', ')
}

function inWords(act: string, places: readonly string[], texts: Texts): string {
  if (places.length === 0) return act
  const isRegulation = act === textAt(texts, 'acts.DSF')
  const worded = places.map((place) => (isRegulation ? article(place, texts) : provision(place, texts)))
  const list =
    worded.length < 2
      ? (worded[0] ?? '')
      : sentence(texts, 'and', { first: worded.slice(0, -1).join(', '), last: worded.at(-1)! })
  return sentence(texts, isRegulation ? (places.length > 1 ? 'articles' : 'article') : 'provision', {
    act,
    place: list,
  })
}

/** `30.1 b` stays so in Swedish and becomes `30(1)(b)` in English. */
function article(place: string, texts: Texts): string {
  if (textAt(texts, 'articleStyle') !== 'brackets') return place
  return place
    .replaceAll(/(\d+)\.(\d+)/g, '$1($2)')
    .replaceAll(/\)–(\d+)/g, ')–($1)')
    .replaceAll(/ ([a-z])(?=[–, ]|$)/g, '($1)')
}

/** `2:7 a` is a chapter and a section, `10 §` a section, `3` a whole chapter. */
function provision(place: string, texts: Texts): string {
  const [, chapter, section] = /^(\d+):(.+?)(?: p .*)?$/.exec(place) ?? []
  if (chapter && section && chapter.length < 4) {
    const several = /[–,]/.test(section)
    return sentence(texts, several ? 'chapterSections' : 'chapterSection', { chapter, section })
  }
  const [, alone] = /^(.+?) §+$/.exec(place) ?? []
  if (alone) return sentence(texts, /[–,]/.test(alone) ? 'sections' : 'section', { section: alone })
  return /^\d{1,2}$/.test(place) ? sentence(texts, 'chapter', { chapter: place }) : place
}
