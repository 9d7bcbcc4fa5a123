import { keys } from '../register/keys.ts'
import type { Store } from '../store/store.ts'
import type { FactKind } from './facts.ts'

/** One end of a link to a record. */
export interface Incoming {
  rel: string
  kind: FactKind
  id: string
}

/** Which links: those after a position (as `positionOf` gives it), those of one relation. */
export interface IncomingRange {
  after?: string
  limit: number
  rel?: string
}

export interface IncomingPage {
  items: Incoming[]
  more: boolean
}

const now = 'in#'
const formerly = 'was#'

/** Where a link stands among those of its target. */
export function positionOf({ rel, kind, id }: Incoming): string {
  return `${now}${rel}#${kind}#${id}`
}

/** A page of what links to a record now, in the order of relation, kind and id. */
export async function incomingNow(
  store: Store,
  kind: FactKind,
  id: string,
  range: IncomingRange,
): Promise<IncomingPage> {
  const { places, next } = await linksOf(store, now, kind, id, range)
  return { items: places.map(incomingAt), more: next }
}

/** The same of what links to a record or ever did: which of them did at a time, their revisions of then tell. */
export async function incomingEver(
  store: Store,
  kind: FactKind,
  id: string,
  range: IncomingRange,
): Promise<IncomingPage> {
  const pages = await Promise.all([now, formerly].map((sort) => linksOf(store, sort, kind, id, range)))
  const [bound] = pages.flatMap(({ places, next }) => (next ? places.slice(-1) : [])).toSorted(byPlace)
  const all = [...new Set(pages.flatMap(({ places }) => places))].toSorted(byPlace)
  const certain = bound === undefined ? all : all.filter((place) => place <= bound)
  return {
    items: certain.slice(0, range.limit).map(incomingAt),
    more: bound !== undefined || certain.length > range.limit,
  }
}

/** Every link of one relation, or all, page after page. */
export async function everyIncoming(
  page: (range: IncomingRange) => Promise<IncomingPage>,
  rel?: string,
): Promise<Incoming[]> {
  const found: Incoming[] = []
  for (;;) {
    const last = found.at(-1)
    const { items, more } = await page({ limit: 1000, ...(rel && { rel }), ...(last && { after: positionOf(last) }) })
    found.push(...items)
    if (!more) return found
  }
}

async function linksOf(store: Store, sort: string, kind: FactKind, id: string, { after, limit, rel }: IncomingRange) {
  const prefix = rel === undefined ? sort : `${sort}${rel}#`
  const from = after && `${sort}${after.slice(now.length)}`
  const { items, next } = await store.query(keys.record(kind, id), { prefix, limit, ...(from && { after: from }) })
  return { places: items.map(({ sk }) => sk.slice(sort.length)), next: next !== undefined }
}

function incomingAt(place: string): Incoming {
  const [rel = '', kind = '', id = ''] = place.split('#')
  return { rel, kind: kind as FactKind, id }
}

function byPlace(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
