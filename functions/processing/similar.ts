import swedish from './swedish-words.json' with { type: 'json' }
import { foldedWords, wordLikeness } from './word.ts'

/** What is compared: the name and, when at hand, the purposes as one text. */
export interface Described {
  name?: string
  purpose?: string
}

/** From this score on, two records are shown as alike. */
export const similarFrom = 0.62

/** Words that say little of what a processing is about. */
const generic = new Set(swedish.generic.split(' '))
const genericWeight = 0.4

/** How alike two records are, 0 to 1: names decide, equal purposes under other names count too. */
export function similarity(one: Described, other: Described): number {
  return createMatcher(one)(other)
}

/**
 * The same for one record against many: what concerns the one is worked out once, and a name that shares no beginning and
 * no ending of a word is passed over at once.
 */
export function createMatcher(one: Described): (other: Described) => number {
  const names = createComparer(one.name)
  const purposes = createComparer(one.purpose)
  const tellsPurpose = foldedWords(one.purpose ?? '').length >= 3
  const traces = foldedWords(one.name ?? '').flatMap((word) => [word.slice(0, 3), word.slice(-4)])
  return (other) => {
    const text = (other.name ?? '').toLowerCase()
    const name = traces.some((trace) => text.includes(trace)) ? names(text) : 0
    const purpose = tellsPurpose && other.purpose ? purposes(other.purpose) : 0
    return Math.max(name, 0.5 * name + 0.5 * purpose, 0.8 * purpose)
  }
}

/** Compares one text with many by the weight of the words that both have; a text that lies whole in the other counts too. */
function createComparer(one: string | undefined): (other: string) => number {
  const words = foldedWords(one ?? '')
  const weight = totalWeight(words)
  const rows = new Map<string, number[]>()
  const rowOf = (candidate: string): number[] => {
    const known = rows.get(candidate) ?? words.map((word) => wordLikeness(word, candidate))
    rows.set(candidate, known)
    return known
  }
  return (text) => {
    const others = foldedWords(text)
    const otherWeight = totalWeight(others)
    if (weight === 0 || otherWeight === 0) return 0
    const matrix = others.map(rowOf)
    const own = words.reduce(
      (sum, word, at) => sum + weightOf(word) * Math.max(...matrix.map((row) => row[at] ?? 0)),
      0,
    )
    const theirs = others.reduce((sum, word, at) => sum + weightOf(word) * Math.max(...(matrix[at] ?? [0])), 0)
    const within =
      Math.min(weight, otherWeight) >= 2 ? (weight <= otherWeight ? own / weight : theirs / otherWeight) : 0
    return Math.max((own + theirs) / (weight + otherWeight), 0.7 * within)
  }
}

function totalWeight(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0)
}

function weightOf(word: string): number {
  return generic.has(word) ? genericWeight : 1
}
