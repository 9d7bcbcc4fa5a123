import type { Item } from '../../store/store.ts'
import { keys } from '../keys.ts'
import { createStream } from '../list/stream.ts'
import type { ListCall } from '../list/visible-rows.ts'
import { rowBudget, walkApart } from '../list/walk.ts'
import { hitTest } from '../rows/word-row.ts'
import { hitsWithSecrets, secretWords } from './secret-words.ts'

/** Rows after which a search of common words gives up putting its hits in the common order. */
const manyRows = 600

/** Rows of the word that decided. */
export interface WalkedWord {
  rows: Item[]
  reached?: string
  word: string
  /** Ids of the records that are hits only by words in secret fields. */
  guarded: ReadonlySet<string>
}

/**
 * Word rows of the records in force that hold all `words`, walking the rows of each of `walked` (two letters or more) until
 * one of them gives `limit` hits or ends. After many rows `page` hits will do: then the order is that word's.
 */
export async function walkWords<T extends object>(
  call: ListCall<T>,
  words: readonly string[],
  walked: readonly string[],
  after: string | undefined,
  limit: number,
  page: number,
): Promise<WalkedWord> {
  const { core, kind } = call
  const budget = { left: rowBudget }
  const secret = await secretWords(call, words)
  const guarded = new Set<string>()
  const streams = walked.map((word) => {
    const partitions = [keys.word(kind, word), ...(secret.has(word) ? [keys.secretWord(kind, word)] : [])]
    return createStream(core.store, partitions, { after: after ?? word, before: `${word}\uffff` }, budget)
  })
  const keeps = async (rows: readonly Item[], stream: number): Promise<Item[]> => {
    const beginning = walked[stream] as string
    if (secret.size === 0) return rows.filter(hitTest(words, beginning))
    const hits = await hitsWithSecrets(call, rows, words, beginning, secret)
    budget.left -= hits.looked
    for (const id of hits.guarded) guarded.add(id)
    return hits.rows
  }
  const { stream, ...found } = await walkApart(streams, keeps, limit, { rows: manyRows, hits: page }, budget)
  return { ...found, word: walked[stream] as string, guarded }
}
