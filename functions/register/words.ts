import { foldAccents } from './sort-key.ts'

/** Distinct words of a record that are indexed; the rest of its text is not found. */
export const wordLimit = 30

/** Runs of letters and digits after folding, in order, repeats kept. */
export function wordsOf(text: string): string[] {
  return foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a record that get a row: distinct, two letters or more, in the order of its texts, at most `wordLimit`. */
export function indexedWords(texts: readonly (string | undefined)[]): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    for (const word of wordsOf(text ?? '')) {
      if (words.size === wordLimit) return [...words]
      if (word.length > 1) words.add(word.slice(0, 60))
    }
  }
  return [...words]
}

/**
 * A record's distinct words in one string, so that the other words of a query are checked in place: every indexed word,
 * and as many more as fit.
 */
export function searchText(texts: readonly (string | undefined)[], maxLength = 600): string {
  const words = [...new Set(texts.flatMap((text) => wordsOf(text ?? '').map((word) => word.slice(0, 60))))]
  const indexed = words.filter((word) => word.length > 1)
  const last = words.indexOf(indexed[Math.min(wordLimit, indexed.length) - 1] ?? '')
  let text = ''
  for (const [index, word] of words.entries()) {
    if (index > last && text.length + word.length >= maxLength) break
    text += ` ${word}`
  }
  return text
}

/**
 * Whether this row of a record stands under the first of its indexed words, in the order of the alphabet, that begin so:
 * a record with several of them is reported once.
 */
export function isFirstIndexed(text: string, beginning: string, sk: string): boolean {
  const sought = ` ${beginning}`
  if (text.indexOf(sought) === text.lastIndexOf(sought)) return true
  const indexed = text.split(' ').filter((word) => word.length > 1)
  const first = indexed
    .slice(0, wordLimit)
    .filter((word) => word.startsWith(beginning))
    .sort()[0]
  return sk.startsWith(`${first}#`)
}

/** Every word begins some word of the text. */
export function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(` ${word}`))
}

/** The partition of a word: its first two characters. */
export function wordPartition(word: string): string {
  return [...word].slice(0, 2).join('')
}
