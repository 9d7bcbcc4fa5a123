import type { Actor } from '../actor.ts'
import type { Shown } from '../api.ts'
import { contextOf, type EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import type { RecordOf } from '../record.ts'
import { logRead } from './read-log.ts'
import { loadReadable, loadRevisionFor } from './readable.ts'
import { masked, show, viewed } from './show.ts'

/** See `Engine.get`. */
export async function get<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  at: { revision?: number; asOf?: string } = {},
): Promise<Shown<T>> {
  const readable = await loadReadable(core, kind, id, actor)
  const current = viewed(readable.loaded.snapshot, readable.view)
  if (at.revision === undefined && at.asOf === undefined) {
    const shown = show(kind, actor, readable.loaded.snapshot, await contextOf(core, actor))
    await logRead(core, kind, actor, [current], current)
    return shown
  }
  const record = await past()
  await logRead(core, kind, actor, [record], current)
  return { record: masked(kind, actor, record, current), missing: [], allowed: [] }

  async function past(): Promise<RecordOf<T>> {
    const { revision = 0, asOf } = at
    const found =
      asOf === undefined
        ? await loadRevisionFor(core, kind, id, revision, readable.view)
        : await (await import('./in-force.ts')).loadInForce(core.store, kind, id, asOf)
    if (found) return found
    const reason = asOf === undefined ? 'no-revision' : 'not-in-force'
    throw new RegisterError('not-found', `${id} had no such revision`, { reason })
  }
}
