import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import { contextOf, type EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { load, type Loaded } from '../read/load.ts'
import { assertReadable } from '../read/show.ts'
import type { Snapshot } from '../record.ts'

/**
 * The record as the caller has seen it, and the context of changing it: a revision is never dated before the one it follows,
 * whatever the clocks of several servers say.
 * Throws `not-found`, `forbidden` (`may` says no), `revision-conflict` (it has changed since).
 */
export async function loadForChange<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  revision: number,
  actor: Actor,
  may: (snapshot: Snapshot<T>) => boolean,
): Promise<{ before: Loaded<T>; context: Context }> {
  const context = await contextOf(core, actor)
  const before = await load(core.store, kind, id)
  assertReadable(kind, actor, before?.snapshot, id)
  if (!before || !may(before.snapshot)) throw new RegisterError('forbidden', `may not change ${id}`)
  const { revision: current, updatedAt } = before.snapshot.newest
  if (current !== revision)
    throw new RegisterError('revision-conflict', `${id} is at ${current}`, { currentRevision: current })
  return { before, context: context.now < updatedAt ? { ...context, now: updatedAt } : context }
}
