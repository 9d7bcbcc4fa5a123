import type { Item } from '../store/store.ts'
import { mostAtOnce, type Budget, type Stream } from './stream.ts'

/** Rows that one request looks at, at most; then it answers with where it came to. */
export const rowBudget = 5000

/** Rows in order, and the position up to which nothing was left out; absent when the end was reached. */
export interface Walked {
  rows: Item[]
  reached?: string
}

/**
 * Walks streams of the same order in turn, each of which holds every hit: `keeps` says of a row whether it is one. What one
 * stream has been through the others skip, so a stream of few rows takes the walk far. Needs at least one stream.
 */
export async function walk(
  streams: readonly Stream[],
  keeps: (row: Item) => boolean,
  limit: number,
  budget: Budget,
): Promise<Walked> {
  const hits: Item[] = []
  let reached: string | undefined
  let looked = 0
  for (let turn = 0; ; turn++) {
    const rows = await (streams[turn % streams.length] as Stream).next(stillToRead(limit, hits.length, looked), reached)
    if (!rows) return { rows: hits }
    looked += rows.length
    for (const row of rows) if (keeps(row)) hits.push(row)
    if (hits.length >= limit) {
      const page = hits.slice(0, limit)
      return { rows: page, reached: (page.at(-1) as Item).sk }
    }
    reached = (rows.at(-1) as Item).sk
    if (budget.left <= 0) return { rows: hits, reached }
  }
}

/** How many rows will probably give what the page still needs. */
function stillToRead(limit: number, hits: number, looked: number): number {
  if (looked === 0) return limit
  return hits === 0 ? mostAtOnce : Math.ceil(((limit - hits) * looked * 1.2) / hits)
}

/** A walk over streams of different orders: whose rows they are, besides. */
export interface WalkedOne extends Walked {
  stream: number
}

/**
 * Walks streams of different orders in turn, each of which holds every hit (`keeps` picks them out): the first that gives `limit` hits or ends decides
 * (`stream`). After `many.rows` rows `many.hits` of them will do. Needs at least one stream.
 */
export async function walkApart(
  streams: readonly Stream[],
  keeps: (rows: readonly Item[], stream: number) => Promise<readonly Item[]>,
  limit: number,
  many: { rows: number; hits: number },
  budget: Budget,
): Promise<WalkedOne> {
  const hits = streams.map((): Item[] => [])
  for (;;) {
    for (const [stream, rowsOf] of streams.entries()) {
      const found = hits[stream] as Item[]
      const rows = await rowsOf.next()
      if (!rows) return { rows: found, stream }
      found.push(...(await keeps(rows, stream)))
      if (found.length >= limit) {
        const page = found.slice(0, limit)
        return { rows: page, reached: (page.at(-1) as Item).sk, stream }
      }
      const isEnough = rowBudget - budget.left >= many.rows && found.length >= many.hits
      if (budget.left <= 0 || isEnough) return { rows: found, reached: (rows.at(-1) as Item).sk, stream }
    }
  }
}
