import type { Item, Range as StoreRange, Store } from '../../store/store.ts'

/** Rows read at once at most. */
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
  /** Whether every row has been given. */
  readonly ended: boolean
  /** Some more rows, about as many as are wanted, of those beyond `reached` when it is given; undefined at the end. */
  next(wanted?: number, reached?: string): Promise<Item[] | undefined>
}

interface Source {
  pk: string
  /** Rows read and not yet given. */
  items: Item[]
  /** Where the partition is to be read on. */
  after?: string
  ended: boolean
}

/** One stream over several partitions that share an order, each row once. */
export function createStream(store: Store, partitions: readonly string[], range: Range, budget: Budget): Stream {
  const isBeyond = (sk: string, position: string): boolean => (range.reverse ? sk < position : sk > position)
  let sources: Source[] = partitions.map((pk) => ({
    pk,
    items: [],
    ended: false,
    ...(range.after !== undefined && { after: range.after }),
  }))
  let last: string | undefined

  async function fill(source: Source, limit: number): Promise<void> {
    while (source.items.length === 0 && !source.ended) {
      const page = await store.query(source.pk, pageRange(range, source, limit))
      budget.left -= page.items.length
      source.items = page.items
      source.ended = page.next === undefined
      if (page.next !== undefined) source.after = page.next
    }
  }

  function skip(source: Source, reached: string): void {
    source.items = source.items.filter(({ sk }) => isBeyond(sk, reached))
    if (source.after === undefined || isBeyond(reached, source.after)) source.after = reached
  }

  /** The source whose next row comes first; every source must know its next row for that. The last one left gives what is lacking. */
  async function first(wanted: number, lacking: number): Promise<Source | undefined> {
    if (sources.some(({ items }) => items.length === 0)) {
      sources = sources.filter(({ items, ended }) => items.length > 0 || !ended)
      const share = sources.length === 1 ? lacking : Math.max(fewestOfEach, Math.ceil(wanted / sources.length))
      await Promise.all(sources.map((source) => fill(source, share)))
      sources = sources.filter(({ items }) => items.length > 0)
    }
    return sources.reduce<Source | undefined>(
      (best, source) => (best && !isBeyond(positionOf(best), positionOf(source)) ? best : source),
      undefined,
    )
  }

  return {
    get ended() {
      return sources.every(({ items, ended }) => ended && items.length === 0)
    },
    async next(wanted = mostAtOnce, reached) {
      const size = Math.min(mostAtOnce, Math.max(fewestAtOnce, wanted))
      if (reached !== undefined) for (const source of sources) skip(source, reached)
      const rows: Item[] = []
      while (rows.length < size) {
        const source = await first(size, size - rows.length)
        if (!source) break
        if (sources.length === 1) rows.push(...source.items.splice(0))
        else rows.push(source.items.shift() as Item)
      }
      const fresh = rows.filter(({ sk }, at) => sk !== (rows[at - 1]?.sk ?? last))
      last = rows.at(-1)?.sk
      return fresh.length > 0 ? fresh : undefined
    },
  }
}

function positionOf({ items: [item] }: Source): string {
  return (item as Item).sk
}

function pageRange({ before, reverse }: Range, { after }: Source, limit: number): StoreRange {
  if (!reverse) return { limit, ...(after !== undefined && { after }), ...(before !== undefined && { before }) }
  const bound = after ?? before
  return { limit, reverse, ...(bound !== undefined && { before: bound }) }
}
