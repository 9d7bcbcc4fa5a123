import type { Actor } from '../actor.ts'
import type { Page, PageQuery } from '../api.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { decodeCursor, encodeCursor } from '../list/cursor.ts'
import { noteOf } from '../read/load.ts'
import { loadReadable, type Readable } from '../read/readable.ts'
import type { Note } from '../record.ts'
import { commit } from './commit.ts'
import { assertFreeText } from './validate.ts'

/** See `Engine.comments`: oldest first; a caller who only reads what is in force sees none. */
export async function comments<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  { limit = 50, cursor }: PageQuery = {},
): Promise<Page<Note>> {
  const readable = await loadReadable(core, kind, id, actor)
  if (!takesPart(kind, actor, readable)) return { items: [] }
  const after = cursor ? decodeCursor(cursor, 'note')['after'] : undefined
  const page = await core.store.query(keys.record(kind.name, id), { prefix: 'note#', limit, ...(after && { after }) })
  return {
    items: page.items.map(noteOf),
    ...(page.next && { next: encodeCursor({ k: 'note', after: page.next }) }),
  }
}

/** See `Engine.comment`. Throws `forbidden`, `invalid` (the text is refused), `busy`. */
export async function comment<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  sent: { text: string; pointer?: string },
  actor: Actor,
): Promise<Note> {
  const readable = await loadReadable(core, kind, id, actor)
  if (!takesPart(kind, actor, readable)) throw new RegisterError('forbidden', `may not comment on ${id}`)
  assertFreeText(kind, sent.text, '/text')
  const note: Note = { id: core.newId(), at: core.now(), by: actor.personId, ...sent }
  const key = keys.note(kind.name, id, note.id)
  const landed = async (): Promise<boolean> => (await core.store.get(key)) !== undefined
  const put = { ...key, body: { ...note, salt: core.salt() } }
  await commit(core.store, () => [{ write: { put, if: 'absent' } }], core.newId(), landed)
  return note
}

function takesPart<T extends object>(kind: Kind<T>, actor: Actor, { loaded, view }: Readable<T>): boolean {
  return !!actor.system || (kind.policy.comments?.(actor, loaded.snapshot) ?? view === 'newest')
}
