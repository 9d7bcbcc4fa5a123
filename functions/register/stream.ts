import type { Item, Range as StoreRange, Store } from '../store/store.ts'

/** Rows read at once: as many as the page needs at first, twice as many each time after, and no more than this. */
const mostAtOnce = 250
/** Rows read at once at least; of each partition at least the lesser number, since there may be many. */
const fewestAtOnce = 16
const fewestOfEach = 8

export interface Range {
  /** Position to go on from, exclusive, in the direction of the walk. */
  after?: string
  /** Only positions before this one, whatever the direction. */
  before?: string
  reverse?: boolean
}

/** Counts down the rows that a request may still look at. */
export interface Budget {
  left: number
}

/** A sorted stream of rows. */
export interface Stream {
  /** Some more rows, of those beyond `reached` when it is given; undefined at the end. */
  next(reached?: string): Promise<Item[] | undefined>
}

interface Source {
  pk: string
  size: number
  /** Rows read and not yet given. */
  items: Item[]
  /** Where the partition is to be read on. */
  after?: string
  ended: boolean
}

/** One stream over several partitions that share an order, each row once. `wanted`: how many rows a page needs. */
export function createStream(
  store: Store,
  partitions: readonly string[],
  range: Range,
  budget: Budget,
  wanted: number = mostAtOnce,
): Stream {
  const isBeyond = (sk: string, position: string): boolean => (range.reverse ? sk < position : sk > position)
  const share = Math.max(fewestOfEach, Math.ceil(wanted / partitions.length))
  let sources: Source[] = partitions.map((pk) => ({
    pk,
    size: atOnce(partitions.length === 1 ? wanted : share),
    items: [],
    ended: false,
    ...(range.after !== undefined && { after: range.after }),
  }))
  let size = atOnce(wanted)
  let last: string | undefined

  async function fill(source: Source): Promise<void> {
    while (source.items.length === 0 && !source.ended) {
      const page = await store.query(source.pk, pageRange(range, source))
      budget.left -= page.items.length
      source.items = page.items
      source.size = Math.min(mostAtOnce, 2 * source.size)
      source.ended = page.next === undefined
      if (page.next !== undefined) source.after = page.next
    }
  }

  function skip(source: Source, reached: string): void {
    source.items = source.items.filter(({ sk }) => isBeyond(sk, reached))
    if (source.after === undefined || isBeyond(reached, source.after)) source.after = reached
  }

  /** The source whose next row comes first; every source must know its next row for that. */
  async function first(): Promise<Source | undefined> {
    if (sources.some(({ items }) => items.length === 0)) {
      await Promise.all(sources.map((source) => fill(source)))
      sources = sources.filter(({ items }) => items.length > 0)
    }
    return sources.reduce<Source | undefined>(
      (best, source) => (best && !isBeyond(positionOf(best), positionOf(source)) ? best : source),
      undefined,
    )
  }

  return {
    async next(reached) {
      if (reached !== undefined) for (const source of sources) skip(source, reached)
      const rows: Item[] = []
      while (rows.length < size) {
        const source = await first()
        if (!source) break
        if (sources.length === 1) rows.push(...source.items.splice(0))
        else rows.push(source.items.shift() as Item)
      }
      size = Math.min(mostAtOnce, 2 * size)
      const fresh = rows.filter(({ sk }, at) => sk !== (rows[at - 1]?.sk ?? last))
      last = rows.at(-1)?.sk
      return fresh.length > 0 ? fresh : undefined
    },
  }
}

function atOnce(rows: number): number {
  return Math.min(mostAtOnce, Math.max(fewestAtOnce, rows))
}

function positionOf({ items: [item] }: Source): string {
  return (item as Item).sk
}

function pageRange({ before, reverse }: Range, { after, size }: Source): StoreRange {
  if (!reverse) return { limit: size, ...(after !== undefined && { after }), ...(before !== undefined && { before }) }
  const bound = after ?? before
  return { limit: size, reverse, ...(bound !== undefined && { before: bound }) }
}
