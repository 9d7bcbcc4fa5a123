import type { Engine, ListPage, ListQuery, Summary } from '../register/api.ts'
import type { Actor } from '../register/actor.ts'
import { decodeCursor, encodeCursor } from '../register/cursor.ts'
import type { Kind } from '../register/kind.ts'
import { keys } from '../register/keys.ts'

const cursorKind = 'merged'
const finished = '-'

/** A page of several kinds' lists as one list, in the common order (name). A search (`q`) gives one kind after the other. */
export async function mergedList(
  engine: Engine,
  kinds: readonly Kind<object>[],
  query: ListQuery & { limit: number },
  actor: Actor,
): Promise<ListPage> {
  const position = query.cursor === undefined ? {} : decodeCursor(query.cursor, cursorKind)
  const open = kinds.filter((kind) => position[kind.name] !== finished)
  const walked = query.q ? open.slice(0, 1) : open
  const at = (kind: Kind<object>, limit: number) => {
    const cursor = position[kind.name]
    return engine.list(kind, { ...query, limit, cursor }, actor)
  }
  const pages = await Promise.all(walked.map(async (kind) => ({ kind, page: await at(kind, query.limit) })))
  const taken = query.q
    ? pages.flatMap(({ page }) => page.items)
    : firstOf(
        pages.map(({ page }) => page),
        query.limit,
      )
  const next: { [part: string]: string } = { ...position, k: cursorKind }
  for (const { kind, page } of pages) {
    const used = taken.filter((item) => item.kind === kind.name).length
    const wholePage = used === page.items.length ? page : used > 0 ? await at(kind, used) : undefined
    if (wholePage) next[kind.name] = wholePage.next ?? finished
  }
  const done = kinds.every((kind) => next[kind.name] === finished)
  return { items: taken, ...(!done && { next: encodeCursor(next) }) }
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
