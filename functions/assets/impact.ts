import type { Actor } from '../register/actor.ts'
import type { Engine, LinkGroup } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { RecordOf } from '../register/record.ts'
import type { ApplicationData } from './application-data.ts'

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
  const leaning = groups.filter(({ rel, direction }) => dependent[direction].includes(rel))
  const spared = await notFed(engine, kind, id, leaning, actor)
  return leaning.flatMap(({ rel, direction, items }) =>
    items
      .filter(({ id: other, state = '' }) => !over.includes(state) && !spared.has(`${direction} ${rel} ${other}`))
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

/**
 * Links over interfaces along which nothing comes from the stopped system: the neighbour only sends to it, or it only receives
 * from the neighbour. An interface that does not say its direction goes both ways.
 */
async function notFed(
  engine: Engine,
  kind: Kind<object>,
  id: string,
  groups: readonly LinkGroup[],
  actor: Actor,
): Promise<Set<string>> {
  const ids = (direction: LinkGroup['direction']) =>
    groups.filter((one) => one.rel === 'interfaces' && one.direction === direction).flatMap(({ items }) => items)
  const [coming, going] = [ids('in'), ids('out')]
  if (coming.length + going.length === 0) return new Set()
  const wanted = [...(going.length > 0 ? [id] : []), ...coming.map((one) => one.id)]
  const records = (await engine.getMany(kind, wanted, actor)) as RecordOf<ApplicationData>[]
  const byId = new Map(records.map((record) => [record.id, record]))
  const only = (owner: string, other: string, direction: string): boolean => {
    const { interfaces } = byId.get(owner)?.data ?? {}
    const between = Array.isArray(interfaces) ? interfaces.filter((one) => one.applicationId === other) : []
    return between.length > 0 && between.every((one) => one.direction === direction)
  }
  return new Set([
    ...coming.filter((one) => only(one.id, id, 'out')).map((one) => `in interfaces ${one.id}`),
    ...going.filter((one) => only(id, one.id, 'in')).map((one) => `out interfaces ${one.id}`),
  ])
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
