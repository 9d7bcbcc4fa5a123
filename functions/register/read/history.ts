import type { Actor } from '../actor.ts'
import type { FieldChange, Page, PageQuery, RevisionEntry } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { decodeCursor, encodeCursor } from '../list/cursor.ts'
import type { Revision } from '../seal/revision.ts'
import { diffFields } from './diff.ts'
import { logRead } from './read-log.ts'
import { isRegistered, loadReadable, loadRevisionFor } from './readable.ts'
import { masked, viewed } from './show.ts'

/** See `Engine.revisions`: newest first; a page may be shorter for those who only see what was in force. */
export async function revisions<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  { limit = 50, cursor }: PageQuery = {},
): Promise<Page<RevisionEntry>> {
  const { view } = await loadReadable(core, kind, id, actor)
  const before = cursor ? decodeCursor(cursor, 'rev')['before'] : undefined
  const page = await core.store.query(keys.record(kind.name, id), {
    prefix: 'rev#',
    reverse: true,
    limit,
    ...(before && { before }),
  })
  const stored = page.items.map((item) => item.body as unknown as Revision<T>)
  return {
    items: stored
      .filter((revision) => view === 'newest' || isRegistered(revision))
      .map((revision) => entryOf(revision)),
    ...(page.next && { next: encodeCursor({ k: 'rev', before: page.next }) }),
  }
}

/** See `Engine.diff`: secret fields compare as their masks for those who may not read them. */
export async function diff<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  from: number,
  to: number,
  actor: Actor,
): Promise<FieldChange[]> {
  const { view, loaded } = await loadReadable(core, kind, id, actor)
  const [before, after] = await Promise.all([from, to].map((number) => loadRevisionFor(core, kind, id, number, view)))
  if (!before || !after)
    throw new RegisterError('not-found', `${id} lacks revision ${before ? to : from}`, { reason: 'no-revision' })
  const current = viewed(loaded.snapshot, view)
  await logRead(core, kind, actor, [before, after], current)
  return diffFields(masked(kind, actor, before, current).data, masked(kind, actor, after, current).data)
}

function entryOf<T>(stored: Revision<T>): RevisionEntry {
  const { head, change, hash } = stored
  return {
    revision: head.revision,
    state: head.state,
    ...change,
    ...(isRegistered(stored) && { registered: true }),
    hash,
  }
}
