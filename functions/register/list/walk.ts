import type { Item } from '../../store/store.ts'
import type { Budget, Stream } from './stream.ts'

/** Rows that one request looks at, at most; then it answers with where it came to. */
export const rowBudget = 5000

/** Rows that each stream gives when they are compared, and how many rows are walked before that is done again. */
const rowsCompared = 24
const rowsBetween = 600
/** Somewhat more rows than the hits so far say, so that a page is seldom read for once more. */
const reserve = 1.2

/** Rows in order, and the position up to which nothing was left out; absent when the end was reached. */
export interface Walked {
  rows: Item[]
  reached?: string
}

/** A walk that goes on where it stopped. */
export interface Walk {
  /** The next hits, `limit` at most; fewer at the end and when the budget is used up. */
  next(limit: number): Promise<Walked>
}

/**
 * Walks streams of the same order, each of which holds every hit: `keeps` says of a row whether it is one. The stream that
 * gets furthest with as many rows as the others is walked alone for a while: it has fewest rows that are no hits. Needs at
 * least one stream.
 */
export function createWalk(
  streams: readonly Stream[],
  keeps: (row: Item) => boolean,
  budget: Budget,
  reverse = false,
): Walk {
  let [leader] = streams as [Stream]
  /** Hits not yet given. */
  let hits: Item[] = []
  let reached: string | undefined
  let looked = 0
  let found = 0
  let compareAt = streams.length > 1 ? 0 : Infinity

  /** The leader's rows; those of the others lie behind where it came to. */
  async function compare(): Promise<Item[] | undefined> {
    compareAt = looked + rowsBetween
    const rows = await Promise.all(streams.map((stream) => stream.next(rowsCompared, reached)))
    const best = rows.reduce<number>((best, some, at) => (isAhead(at, some, best, rows[best]) ? at : best), 0)
    leader = streams[best] as Stream
    return rows[best]
  }

  function isAhead(at: number, rows: Item[] | undefined, best: number, bestRows: Item[] | undefined): boolean {
    if (streams[best]?.ended) return false
    if (streams[at]?.ended) return true
    const [end, bestEnd] = [rows?.at(-1)?.sk ?? '', bestRows?.at(-1)?.sk ?? '']
    return reverse ? end < bestEnd : end > bestEnd
  }

  async function readOn(limit: number): Promise<void> {
    const rows = (looked < compareAt ? await leader.next(stillToRead(limit)) : await compare()) ?? []
    looked += rows.length
    reached = rows.at(-1)?.sk ?? reached
    const kept = rows.filter(keeps)
    found += kept.length
    hits.push(...kept)
  }

  /** How many rows will probably give what is asked for. */
  function stillToRead(limit: number): number {
    if (looked === 0) return limit
    const wanted = found === 0 ? Infinity : ((limit - hits.length) * looked * reserve) / found
    return Math.ceil(Math.min(wanted, 3 * looked))
  }

  return {
    async next(limit) {
      while (hits.length < limit && !leader.ended) {
        await readOn(limit)
        if (budget.left <= 0) break
      }
      const rows = hits.slice(0, limit)
      hits = hits.slice(limit)
      if (rows.length === limit) return { rows, reached: (rows.at(-1) as Item).sk }
      return { rows, ...(!leader.ended && reached !== undefined && { reached }) }
    },
  }
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
