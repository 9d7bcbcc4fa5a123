import { recordPages } from '../export/records.ts'
import type { Actor } from '../register/actor.ts'
import { dayOf } from '../register/core.ts'
import type { RecordOf } from '../register/record.ts'
import type { LoadResult } from './loads.ts'
import type { IntakeTarget } from './target.ts'
import type { IntakeDeps } from './work.ts'

/** A record not named by so many full loads in a row is queued to be looked at (domain model 10.29). */
export const unseenAfterLoads = 3
/** A full load that names less than this share of the one before is taken for a broken one. */
export const leastShare = 0.8

interface Keyed {
  externalIds?: { source: string; id: string }[]
  unseen?: { source?: string; loads?: number; since?: string }
}

/**
 * Ends a full load: records of the source that the last three full loads have not named are queued, and queued ones that it names
 * are taken off again. A load that is suddenly much smaller queues nothing and does not count. Ending it again answers the same.
 * @returns undefined when the time is up: how far it has come is kept, and the next call goes on from there
 */
export async function completeLoad(
  deps: IntakeDeps,
  { source, load }: { source: string; load: string },
  actor: Actor,
): Promise<LoadResult | undefined> {
  const { loads } = deps
  const earlier = await loads.ended(source, load)
  if (earlier) return earlier
  const named = await loads.named(source, load)
  const before = await loads.counted(source, unseenAfterLoads - 1)
  const previous = before[0]?.named
  const held = previous !== undefined && named.size < previous * leastShare
  const marking: Marking = { source, load, named, recent: undefined, counts: { unseen: 0, seenAgain: 0 } }
  if (!held) {
    const recent = new Set(named)
    for (const one of before) for (const key of await loads.named(source, one.load)) recent.add(key)
    if (before.length === unseenAfterLoads - 1) marking.recent = recent
    if (!(await markAll(deps, marking, actor))) return undefined
  }
  const result: LoadResult = {
    source,
    load,
    completedAt: deps.now(),
    named: named.size,
    ...(previous !== undefined && { previous }),
    held,
    ...marking.counts,
  }
  await loads.end(result)
  return result
}

interface Marking {
  source: string
  load: string
  named: ReadonlySet<string>
  /** What the last full loads have named; undefined while there are too few of them. */
  recent: ReadonlySet<string> | undefined
  counts: { unseen: number; seenAgain: number }
}

/** Marks the records of every kind, from where an earlier call stopped; false when the time is up. */
async function markAll(deps: IntakeDeps, marking: Marking, actor: Actor): Promise<boolean> {
  const { source, load, counts } = marking
  const place = await deps.loads.place(source, load)
  if (place) Object.assign(counts, { unseen: place.unseen, seenAgain: place.seenAgain })
  const targets = deps.targets.filter(({ keepsKeys }) => keepsKeys)
  const from = place ? targets.findIndex(({ kind }) => kind.name === place.kind) : 0
  for (const [at, target] of targets.slice(Math.max(0, from)).entries()) {
    const cursor = at === 0 ? place?.after : undefined
    for await (const next of markTarget(deps, target, marking, actor, cursor)) {
      if (!next || !deps.timeIsUp?.()) continue
      await deps.loads.keepPlace(source, load, { kind: target.kind.name, after: next, ...counts })
      return false
    }
  }
  return true
}

/** Marks the records of one kind, page by page; tells where the next page begins. */
async function* markTarget(
  deps: IntakeDeps,
  target: IntakeTarget,
  marking: Marking,
  actor: Actor,
  cursor: string | undefined,
): AsyncGenerator<string | undefined> {
  const query = { filters: { source: [marking.source] }, ...(cursor && { cursor }) }
  const reading = { engine: deps.engine, read: deps.register.records }
  // The mark is the product's own: whoever delivers the load need not be one who may change each record.
  const product = { ...actor, system: true }
  for await (const { records, next } of recordPages(reading, target.kind, query, actor)) {
    const items = records.flatMap((record) => marked(record, marking, dayOf(deps.now())))
    const saved = await deps.register.save(target.kind, items, product)
    for (const [at, { status }] of saved.entries())
      if (status === 'updated') marking.counts['unseen' in (items[at]?.data ?? {}) ? 'unseen' : 'seenAgain']++
    yield next
  }
}

function marked({ id, revision, data }: RecordOf<object>, { source, named, recent }: Marking, today: string) {
  const { unseen, ...rest } = data as Keyed
  const keys = (rest.externalIds ?? []).filter((one) => one.source === source).map((one) => one.id)
  if (unseen?.source === source && keys.some((key) => named.has(key))) return [{ id, revision, data: rest }]
  if (unseen || !recent || keys.length === 0 || keys.some((key) => recent.has(key))) return []
  return [{ id, revision, data: { ...rest, unseen: { source, loads: unseenAfterLoads, since: today } } }]
}
