import { foldAccents } from './sort-key.ts'

/** Distinct words of a record that are indexed; the rest of its text is not found. */
const wordLimit = 30

/** Letters of a word that count, in a record and in a query alike. */
const lengthLimit = 60
/** Words of a query that count. */
const queryLimit = 10

/** Runs of letters and digits after folding, in order, repeats kept, each cut to 60 characters. */
export function wordsOf(text: string): string[] {
  return (foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, lengthLimit))
}

/** The distinct words that a query asks for, ten at most. */
export function queryWords(q: string): string[] {
  return [...new Set(wordsOf(q))].slice(0, queryLimit)
}

/** A record's words: those that get a row, and all of them as one string. */
export interface RecordWords {
  /** Distinct, two letters or more, in the order of its texts, at most `wordLimit`. */
  indexed: string[]
  /** ` one two`, in which the other words of a query are looked up in place. */
  text: string
}

/** The words of a record's texts. */
export function recordWords(texts: readonly (string | undefined)[]): RecordWords {
  const words = knownWords(texts)
  return { indexed: words.filter(isIndexed), text: words.length > 0 ? ` ${words.join(' ')}` : '' }
}

/** A record's words as one string; see `RecordWords`. */
export function searchText(texts: readonly (string | undefined)[]): string {
  return recordWords(texts).text
}

/** The indexed words, and those of one letter that stand before the last of them. */
function knownWords(texts: readonly (string | undefined)[]): string[] {
  const words = new Set<string>()
  let indexed = 0
  for (const text of texts) {
    for (const word of wordsOf(text ?? '')) {
      if (words.has(word)) continue
      if (isIndexed(word) && ++indexed > wordLimit) return [...words]
      words.add(word)
    }
  }
  return [...words]
}

function isIndexed(word: string): boolean {
  return word.length > 1
}

/**
 * Whether this row of a record stands under the first of its indexed words, in the order of the alphabet, that begin so:
 * a record with several of them is reported once.
 */
export function isFirstIndexed(text: string, beginning: string, sk: string): boolean {
  const sought = ` ${beginning}`
  if (text.indexOf(sought) === text.lastIndexOf(sought)) return true
  const [, ...words] = text.split(' ')
  const [first] = words.filter((word) => isIndexed(word) && word.startsWith(beginning)).sort()
  return sk.startsWith(`${first}#`)
}

/** Every word begins some word of the text. */
export function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(` ${word}`))
}

/** The partition of a word: its first two characters. */
export function wordPartition(word: string): string {
  return word.slice(0, 2)
}
