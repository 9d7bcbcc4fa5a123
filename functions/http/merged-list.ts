import type { Engine, ListPage, ListQuery, Summary } from '../register/api.ts'
import type { Actor } from '../register/actor.ts'
import { decodeCursor, encodeCursor } from '../register/cursor.ts'
import type { Kind } from '../register/kind.ts'
import { keys } from '../register/keys.ts'

const cursorKind = 'merged'
const finished = '-'

/** A page of several kinds' lists as one list, in the common order (name). A search (`q`) and an order by date give one kind after the other. */
export async function mergedList(
  engine: Engine,
  kinds: readonly Kind<object>[],
  query: ListQuery & { limit: number },
  actor: Actor,
): Promise<ListPage> {
  const position = query.cursor === undefined ? {} : decodeCursor(query.cursor, cursorKind)
  const open = kinds.filter((kind) => position[kind.name] !== finished)
  const at = (kind: Kind<object>, limit: number) => {
    const cursor = position[kind.name]
    return engine.list(kind, { ...query, limit, cursor }, actor)
  }
  const next: { [part: string]: string } = { ...position, k: cursorKind }
  const oneByOne = !!query.q || open.some((kind) => isByDate(kind, query))
  const taken = oneByOne ? await inTurn(open, query.limit, at, next) : await together(open, query.limit, at, next)
  const done = kinds.every((kind) => next[kind.name] === finished)
  return { items: taken, ...(!done && { next: encodeCursor(next) }) }
}

type ReadPage = (kind: Kind<object>, limit: number) => Promise<ListPage>

/** One kind after the other until the page is full; `next` is told how far each was read. */
async function inTurn(
  kinds: readonly Kind<object>[],
  limit: number,
  at: ReadPage,
  next: { [part: string]: string },
): Promise<Summary[]> {
  const items: Summary[] = []
  for (const kind of kinds) {
    if (items.length >= limit) break
    const page = await at(kind, limit - items.length)
    items.push(...page.items)
    next[kind.name] = page.next ?? finished
    if (page.next) break
  }
  return items
}

/** The first of all kinds by name; `next` is told how much of each was used. */
async function together(
  kinds: readonly Kind<object>[],
  limit: number,
  at: ReadPage,
  next: { [part: string]: string },
): Promise<Summary[]> {
  const pages = await Promise.all(kinds.map(async (kind) => ({ kind, page: await at(kind, limit) })))
  const taken = firstOf(
    pages.map(({ page }) => page),
    limit,
  )
  for (const { kind, page } of pages) {
    const used = taken.filter((item) => item.kind === kind.name).length
    const wholePage = used === page.items.length ? page : used > 0 ? await at(kind, used) : undefined
    if (wholePage) next[kind.name] = wholePage.next ?? finished
  }
  return taken
}

/** Filters by date fix the order to that date's. */
function isByDate(kind: Kind<object>, { filters = {} }: ListQuery): boolean {
  return Object.keys(filters).some((name) => kind.filters[name]?.type === 'dueBefore')
}

/** The first of all items in order. Where a page ends with more to come, nothing that might lie behind its end is taken. */
function firstOf(pages: readonly ListPage[], limit: number): Summary[] {
  const ends = pages.filter((page) => page.next !== undefined).map((page) => orderOf(page.items.at(-1)))
  const bound = ends.sort()[0]
  return pages
    .flatMap((page) => page.items)
    .filter((item) => bound === undefined || orderOf(item) <= bound)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .slice(0, limit)
}

function orderOf(item: Summary | undefined): string {
  return item ? keys.position(String(item.data['name'] ?? ''), item.id) : ''
}
