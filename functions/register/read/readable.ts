import type { Actor } from '../actor.ts'
import type { EngineOptions } from '../core.ts'
import type { Kind } from '../kind.ts'
import type { RecordOf } from '../record.ts'
import { recordAt, type Revision } from '../seal/revision.ts'
import { load, loadRevision, type Loaded } from './load.ts'
import { assertReadable, type Seen } from './show.ts'

/** A record with what the caller may see of it. */
export interface Readable<T> {
  loaded: Loaded<T>
  view: Seen
}

/** Loads a record that the caller may read. Throws `not-found` for any other. */
export async function loadReadable<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
): Promise<Readable<T>> {
  const loaded = await load(core.store, kind, id)
  const view = assertReadable(kind, actor, loaded?.snapshot, id)
  return { loaded: loaded as Loaded<T>, view }
}

/** Whether a revision was the one in force when it was written: who does not work on the record sees no other. */
export function isRegistered<T>({ head }: Revision<T>): boolean {
  return head.registeredRevision === head.revision
}

/** One revision, when it is there and the caller sees it. */
export async function loadRevisionFor<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  number: number,
  view: Seen,
): Promise<RecordOf<T> | undefined> {
  const revision = await loadRevision(core.store, kind, id, number)
  return revision && (view === 'newest' || isRegistered(revision)) ? recordAt(revision) : undefined
}
