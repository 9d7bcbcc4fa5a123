import type { Actor } from '../register/actor.ts'
import { dayOf } from '../register/core.ts'
import type { RecordOf } from '../register/kind.ts'
import { listedRecords } from '../export/records.ts'
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
 */
export async function completeLoad(
  deps: IntakeDeps,
  { source, load }: { source: string; load: string },
  actor: Actor,
): Promise<LoadResult> {
  const { loads } = deps
  const earlier = await loads.ended(source, load)
  if (earlier) return earlier
  const named = await loads.named(source, load)
  const before = await loads.counted(source, unseenAfterLoads - 1)
  const previous = before[0]?.named
  const held = previous !== undefined && named.size < previous * leastShare
  const counts = { unseen: 0, seenAgain: 0 }
  if (!held) {
    const recent = new Set(named)
    for (const one of before) for (const key of await loads.named(source, one.load)) recent.add(key)
    const enough = before.length === unseenAfterLoads - 1
    for (const target of deps.targets.filter(({ keepsKeys }) => keepsKeys))
      await markTarget(deps, target, { source, named, recent: enough ? recent : undefined, counts }, actor)
  }
  const result: LoadResult = {
    source,
    load,
    completedAt: deps.now(),
    named: named.size,
    ...(previous !== undefined && { previous }),
    held,
    ...counts,
  }
  await loads.end(result)
  return result
}

interface Marking {
  source: string
  named: ReadonlySet<string>
  /** What the last full loads have named; undefined while there are too few of them. */
  recent: ReadonlySet<string> | undefined
  counts: { unseen: number; seenAgain: number }
}

async function markTarget(deps: IntakeDeps, target: IntakeTarget, marking: Marking, actor: Actor): Promise<void> {
  const query = { filters: { source: [marking.source] } }
  // The mark is the product's own: whoever delivers the load need not be one who may change each record.
  const product = { ...actor, system: true }
  for await (const records of listedRecords(
    { engine: deps.engine, read: deps.register.records },
    target.kind,
    query,
    actor,
  )) {
    const items = records.flatMap((record) => marked(record, marking, dayOf(deps.now())))
    const saved = await deps.register.save(target.kind, items, product)
    for (const [at, { status }] of saved.entries())
      if (status === 'updated') marking.counts['unseen' in (items[at]?.data ?? {}) ? 'unseen' : 'seenAgain']++
  }
}

function marked({ id, revision, data }: RecordOf<object>, { source, named, recent }: Marking, today: string) {
  const { unseen, ...rest } = data as Keyed
  const keys = (rest.externalIds ?? []).filter((one) => one.source === source).map((one) => one.id)
  if (unseen?.source === source && keys.some((key) => named.has(key))) return [{ id, revision, data: rest }]
  if (unseen || !recent || keys.length === 0 || keys.some((key) => recent.has(key))) return []
  return [{ id, revision, data: { ...rest, unseen: { source, loads: unseenAfterLoads, since: today } } }]
}
