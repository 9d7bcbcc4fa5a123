import type { Actor } from '../actor.ts'
import type { EngineOptions } from '../core.ts'
import type { Outline } from '../outline.ts'
import type { RecordOf } from '../record.ts'
import { loadMany } from './load.ts'
import { logReads } from './read-log.ts'
import { masked, viewed, viewOf } from './show.ts'

/** See `Engine.getMany`: as each would be shown alone; reads of secret fields are logged in one row. */
export async function getMany<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  ids: readonly string[],
  actor: Actor,
): Promise<RecordOf<T>[]> {
  const loaded = await loadMany(core.store, kind, [...new Set(ids)])
  const records = loaded.flatMap(({ snapshot }) => {
    const view = viewOf(kind, actor, snapshot)
    return view ? [viewed(snapshot, view)] : []
  })
  await logReads(core, kind, actor, records)
  return records.map((record) => masked(kind, actor, record))
}
