import type { Actor } from '../register/actor.ts'
import type { Engine, LinkGroup } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'

/** One record that is affected: how far away, and by which link of which record. */
export interface Affected {
  kind: string
  id: string
  number?: string
  name: string
  state: string
  depth: number
  via: { id: string; rel: string }
}

/** Everything that an asset's stop reaches, nearest first. `more`: the walk ended before everything was seen. */
export interface Impact {
  items: Affected[]
  more: boolean
}

const furthest = 4
const widest = 200
const over = ['ended', 'archived', 'disposed', 'decommissioned', 'draft', 'withdrawn', 'notRegistrable']

/** Links along which a stop travels, by the side on which the stopped record stands. */
const dependent: { readonly [direction in LinkGroup['direction']]: readonly string[] } = {
  in: ['applicationIds', 'medicalDeviceIds', 'runsOnIds', 'interfaces', 'informationSystemIds', 'itInventoryRef'],
  out: ['interfaces'],
}

/**
 * What is affected if an asset stops: the activities, systems and devices that lean on it, and those that lean on them, of
 * which this caller may know. Throws `not-found`.
 */
export async function impactOf(
  engine: Engine,
  kinds: readonly Kind<object>[],
  start: { kind: string; id: string },
  actor: Actor,
): Promise<Impact> {
  const items: Affected[] = []
  const seen = new Set([start.id])
  let level = [start]
  for (let depth = 1; depth <= furthest && level.length > 0; depth++) {
    const found = (await Promise.all(level.map((one) => leaningOn(engine, kinds, one, actor)))).flat()
    const fresh = found.filter(({ id }) => !seen.has(id) && seen.add(id)).map((one) => ({ ...one, depth }))
    if (items.length + fresh.length > widest) return { items: [...items, ...fresh].slice(0, widest), more: true }
    items.push(...fresh)
    level = fresh
  }
  return { items, more: level.length > 0 }
}

async function leaningOn(
  engine: Engine,
  kinds: readonly Kind<object>[],
  { kind: name, id }: { kind: string; id: string },
  actor: Actor,
): Promise<Omit<Affected, 'depth'>[]> {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) return []
  const groups = await linksOrNone(engine, kind, id, actor)
  return groups
    .filter(({ rel, direction }) => dependent[direction].includes(rel))
    .flatMap(({ rel, items }) =>
      items
        .filter(({ state = '' }) => !over.includes(state))
        .map(({ kind: other, id: found, number, name: called = '', state = '' }) => ({
          kind: other,
          id: found,
          ...(number && { number }),
          name: called,
          state,
          via: { id, rel },
        })),
    )
}

/** A neighbour that has just been closed to the caller ends the walk there, not the answer. */
async function linksOrNone(engine: Engine, kind: Kind<object>, id: string, actor: Actor): Promise<LinkGroup[]> {
  try {
    return await engine.links(kind, id, actor)
  } catch (error) {
    if (error instanceof RegisterError && error.code === 'not-found') return []
    throw error
  }
}
