import type { Actor } from '../actor.ts'
import type { LinkGroup } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'
import type { Outline } from '../outline.ts'
import { load } from './load.ts'
import { withoutSecrets } from './mask.ts'
import { loadReadable } from './readable.ts'
import { viewed, viewOf } from './show.ts'

/** Incoming links that are shown at most. */
const incomingLimit = 500

type Neighbour = LinkGroup['items'][number]

/** One end of a link as seen from a record. */
interface End {
  direction: 'out' | 'in'
  rel: string
  kind: string
  id: string
}

/** See `Engine.links`: both directions, only neighbours that this caller may read, and no links in secret fields. */
export async function links<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
): Promise<LinkGroup[]> {
  const { loaded, view } = await loadReadable(core, kind, id, actor)
  const { data } = withoutSecrets(kind, viewed(loaded.snapshot, view))
  const incoming = await core.store.query(keys.record(kind.name, id), { prefix: 'in#', limit: incomingLimit })
  const ends: End[] = [
    ...kind
      .links(data)
      .filter((link) => link.checked)
      .map((link) => ({ direction: 'out' as const, rel: link.rel, kind: link.kind, id: link.id })),
    ...incoming.items.map(({ sk, body }) => {
      const [, rel = '', from = ''] = sk.split('#')
      return { direction: 'in' as const, rel, kind: from, id: String(body) }
    }),
  ]
  const neighbours = await Promise.all(ends.map((end) => neighbourAt(core, end, id, actor)))
  const groups = grouped(ends.flatMap((end, at) => (neighbours[at] ? [{ end, neighbour: neighbours[at] }] : [])))
  const last = groups.findLast(({ direction }) => direction === 'in')
  if (last && incoming.next !== undefined) last.more = true
  return groups
}

/** The neighbour as this caller may know it; an incoming link must stand in the revision that the caller reads. */
async function neighbourAt(core: EngineOptions, end: End, id: string, actor: Actor): Promise<Neighbour | undefined> {
  const kind: Outline<object> | undefined =
    core.kinds.find(({ name }) => name === end.kind) ?? (await core.furtherKind?.(end.kind))
  const loaded = kind && (await load(core.store, kind, end.id))
  const view = loaded && viewOf(kind, actor, loaded.snapshot)
  if (!view) return undefined
  const record = withoutSecrets(kind, viewed(loaded.snapshot, view))
  const { number, state } = record
  if (end.direction === 'in' && !kind.links(record.data).some((link) => link.rel === end.rel && link.id === id))
    return undefined
  return { kind: end.kind, id: end.id, ...(number && { number }), name: kind.sortName(record), state }
}

function grouped(found: readonly { end: End; neighbour: Neighbour }[]): LinkGroup[] {
  const groups = new Map<string, LinkGroup>()
  for (const { end, neighbour } of found) {
    const { direction, rel } = end
    const group = groups.get(`${direction} ${rel}`) ?? { rel, direction, items: [] }
    if (!group.items.some((item) => item.id === neighbour.id)) group.items.push(neighbour)
    groups.set(`${direction} ${rel}`, group)
  }
  return [...groups.values()]
}
