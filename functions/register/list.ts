import type { Actor } from './actor.ts'
import type { ListPage, ListQuery } from './api.ts'
import { listAsOf } from './as-of.ts'
import type { EngineOptions } from './core.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { narrowingOf } from './filters.ts'
import type { Kind } from './kind.ts'
import { summaries, walkAll } from './listing.ts'
import { search } from './search.ts'
import { sorted } from './sorted.ts'

/** A list in the common order (name, id), or the order of the date asked for, or another field's. See `Engine.list`. */
export async function list<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  query: ListQuery,
  actor: Actor,
): Promise<ListPage> {
  const call = { core, kind, actor, narrowing: narrowingOf(kind, query, actor) }
  const limit = query.limit ?? 50
  const natural = !query.sort || query.sort === 'name' || query.sort === '-name'
  if (query.q !== undefined) return search(call, query.q, query.cursor, limit, query.asOf)
  if (query.asOf) return listAsOf(call, query.asOf, [], query.cursor, limit)
  if (!natural) return sorted(call, query, limit)
  const after = query.cursor ? decodeCursor(query.cursor, 'at')['at'] : undefined
  const { rows, reached } = await walkAll(call, { reverse: query.sort === '-name', ...(after && { after }) }, limit)
  return { items: await summaries(call, rows), ...(reached && { next: encodeCursor({ k: 'at', at: reached }) }) }
}
