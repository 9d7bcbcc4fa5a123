import type { Item } from '../../store/store.ts'
import { idAt, positionAt } from '../keys.ts'
import { isFirstIndexed } from './words.ts'

/** Stands after the words that everybody finds, when the record has words in secret fields as well. No word begins so. */
const secretsFollow = ' *'

/**
 * What a search row says beside its key: the sortable name of its record, which gives where the record's list row stands, and
 * then the record's words (`searchText`), each after a space. The name has no spaces, so that one text serves both.
 */
export function encodeWordBody(sortName: string, text: string, hasSecrets: boolean): string {
  return sortName + text + (hasSecrets ? secretsFollow : '')
}

/** Whether a row's record has words in secret fields that the row itself does not say. */
export function hidesSecrets({ body }: Item): boolean {
  return (body as string).endsWith(secretsFollow)
}

/** What a row says without the words in secret fields. */
export function openText({ body }: Item): string {
  return (body as string).split(secretsFollow)[0] as string
}

/** Where the list row of a search row's record stands in `list#<kind's prefix>#all`. */
export function positionOf({ sk, body }: Item): string {
  const said = body as string
  return positionAt(said.slice(0, said.indexOf(' ')), idAt(sk))
}

/** Tells of a row found by `beginning` whether it holds all `words`, and is the first of its record's rows that are found so. */
export function hitTest(words: readonly string[], beginning: string): (row: Item) => boolean {
  const sought = words.map((word) => ` ${word}`)
  return ({ sk, body }) => {
    const said = body as string
    return sought.every((beginningOfWord) => said.includes(beginningOfWord)) && isFirstIndexed(said, beginning, sk)
  }
}
