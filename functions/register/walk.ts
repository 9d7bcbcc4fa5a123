import type { Item, Range as StoreRange, Store } from '../store/store.ts'

/** Rows that one request looks at, at most; then it answers with where it came to. */
export const rowBudget = 5000

/** Rows read at once: as many as the page needs at first, twice as many each time after, and no more than this. */
const chunk = 250
const smallestChunk = 16

export interface Range {
  /** Position to go on from, exclusive, in the direction of the walk. */
  after?: string
  /** Only positions before this one, whatever the direction. */
  before?: string
  reverse?: boolean
}

/** Rows in order, and the position up to which nothing was left out; absent when the end was reached. */
export interface Walked {
  rows: Item[]
  reached?: string
}

/** Counts down the rows that a request may still look at; after `enough.rows` of them, `enough.hits` hits will do. */
export interface Budget {
  left: number
  enough?: { rows: number; hits: number }
}

/** A sorted stream of rows: `next` gives some more, undefined at the end; `position` is that of the last row given. */
export interface Stream {
  next(): Promise<Item[] | undefined>
  position(): string
}

interface Source {
  pk: string
  size: number
  items: Item[]
  next?: string
  started: boolean
}

/** One stream over several partitions that share an order, each row once. `wanted`: how many rows a page needs. */
export function createStream(
  store: Store,
  partitions: readonly string[],
  range: Range,
  budget: Budget,
  wanted: number = chunk,
): Stream {
  const sign = range.reverse ? -1 : 1
  let size = within(wanted)
  let sources: Source[] = partitions.map((pk) => ({
    pk,
    size: within(Math.ceil(wanted / partitions.length)),
    items: [],
    started: false,
  }))
  let last = ''

  async function fill(source: Source): Promise<void> {
    source.items = []
    while (source.items.length === 0 && !(source.started && source.next === undefined)) {
      const page = await store.query(source.pk, pageRange(range, source.next, source.size))
      Object.assign(source, { started: true, items: page.items, next: page.next, size: within(2 * source.size) })
      budget.left -= page.items.length
    }
  }

  async function first(): Promise<Source | undefined> {
    const empty = sources.filter((source) => source.items.length === 0)
    if (empty.length > 0) {
      await Promise.all(empty.map((source) => fill(source)))
      sources = sources.filter((source) => source.items.length > 0)
    }
    return sources.reduce<Source | undefined>(
      (best, source) => (best && order(best, source) * sign <= 0 ? best : source),
      undefined,
    )
  }

  async function wholePage(source: Source): Promise<Item[] | undefined> {
    await fill(source)
    const rows = source.items
    source.items = []
    last = rows.at(-1)?.sk ?? last
    return rows.length > 0 ? rows : undefined
  }

  async function next(): Promise<Item[] | undefined> {
    if (partitions.length === 1) return sources[0] && wholePage(sources[0])
    const rows: Item[] = []
    while (rows.length < size) {
      const row = (await first())?.items.shift()
      if (!row) return rows.length > 0 ? rows : undefined
      if (row.sk !== last) rows.push(row)
      last = row.sk
    }
    size = within(2 * size)
    return rows
  }

  return { next, position: () => last }
}

function within(rows: number): number {
  return Math.min(chunk, Math.max(smallestChunk, rows))
}

function pageRange({ after, before, reverse }: Range, next: string | undefined, limit: number): StoreRange {
  const from = next ?? after
  if (reverse) {
    const bound = from ?? before
    return { limit, reverse, ...(bound && { before: bound }) }
  }
  return { limit, ...(from && { after: from }), ...(before && { before }) }
}

function order(a: Source, b: Source): number {
  const [left, right] = [a, b].map(({ items }) => (items[0] as Item).sk) as [string, string]
  return left < right ? -1 : left > right ? 1 : 0
}

function isEnough(found: readonly Item[], { left, enough }: Budget): boolean {
  return enough !== undefined && rowBudget - left >= enough.rows && found.length >= enough.hits
}

/**
 * Walks several streams over the same order in turn; each checks its rows with `keeps`. The first that fills the page or
 * ends decides (`stream`): all hits of one stream are all hits. Needs at least one stream.
 */
export async function walk(
  streams: readonly Stream[],
  keeps: (row: Item, stream: number) => boolean,
  limit: number,
  budget: Budget,
): Promise<Walked & { stream: number }> {
  const hits = streams.map((): Item[] => [])
  for (;;) {
    for (const [index, stream] of streams.entries()) {
      const found = hits[index] as Item[]
      const rows = await stream.next()
      if (!rows) return { rows: found, stream: index }
      found.push(...rows.filter((row) => keeps(row, index)))
      if (found.length >= limit) {
        const page = found.slice(0, limit)
        return { rows: page, reached: (page.at(-1) as Item).sk, stream: index }
      }
      if (budget.left <= 0 || isEnough(found, budget)) return { rows: found, reached: stream.position(), stream: index }
    }
  }
}
