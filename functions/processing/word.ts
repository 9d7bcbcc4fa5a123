import swedish from './swedish-words.json' with { type: 'json' }

const shortestStem = 4
const spellingFrom = 0.7
const fillers = new Set(swedish.fillers.split(' '))

/** Endings of Swedish nouns: definite, plural, genitive. The longest comes first. */
const endings = swedish.endings.split(' ').toSorted((one, other) => other.length - one.length)

/** The words that carry meaning, in lower case and without their endings. */
export function foldedWords(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length > 1 && !fillers.has(word)).map(fold)
}

/** A noun without its ending: `mottagningens` and `mottagningarna` give `mottagning`. */
export function fold(word: string): string {
  const ending = endings.find((entry) => word.endsWith(entry) && word.length - entry.length >= shortestStem)
  return ending === undefined || /\d/.test(word) ? word : word.slice(0, -ending.length)
}

/**
 * How alike two folded words are, 0 to 1. A word within a compound counts by its share of it (`journal` in
 * `patientjournal`), and other words by the letter triples they share, if they begin alike: what differs first in a
 * Swedish compound is what it is about.
 */
export function wordLikeness(one: string, other: string): number {
  if (one === other) return 1
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length >= shortestStem && (long.startsWith(short) || long.endsWith(short))) {
    return 0.5 + (0.5 * short.length) / long.length
  }
  if (one.slice(0, 3) !== other.slice(0, 3)) return 0
  const likeness = sharedTriples(one, other)
  return likeness >= spellingFrom ? likeness : 0
}

function sharedTriples(one: string, other: string): number {
  const left = triples(one)
  const right = triples(other)
  const shared = [...left].filter((triple) => right.has(triple)).length
  return (2 * shared) / (left.size + right.size)
}

function triples(word: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 3 <= word.length; at++) found.add(word.slice(at, at + 3))
  return found
}
