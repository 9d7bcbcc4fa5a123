import type { Actor } from './actor.ts'
import type { FieldChange, LinkGroup, Page, PageQuery, RevisionEntry, Shown } from './api.ts'
import { contextOf, dayOf, type EngineOptions } from './core.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { diffFields } from './diff.ts'
import { RegisterError } from './errors.ts'
import { keys, revisionKey } from './keys.ts'
import type { Kind, Note, RecordOf } from './kind.ts'
import { load, loadInForce, loadRevision, type Loaded } from './load.ts'
import { secretFields } from './mask.ts'
import { recordAt, type Revision } from './revision.ts'
import { assertFreeText } from './write.ts'
import { assertReadable, masked, readsSecrets, show } from './show.ts'

/** See `Engine.get`. */
export async function get<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  at: { revision?: number; asOf?: string } = {},
): Promise<Shown<T>> {
  const { loaded, view } = await readable(core, kind, id, actor)
  if (at.revision === undefined && at.asOf === undefined) {
    const shown = show(kind, actor, loaded.snapshot, await contextOf(core))
    await logSecretRead(core, kind, actor, [
      view === 'newest' ? loaded.snapshot.newest : (loaded.snapshot.registered ?? loaded.snapshot.newest),
    ])
    return shown
  }
  const record = at.asOf
    ? await loadInForce(core.store, kind, id, at.asOf)
    : await revisionFor(core, kind, id, at.revision ?? 0, view)
  if (!record)
    throw new RegisterError('not-found', `${id} was not in force then`, {
      reason: at.asOf ? 'not-in-force' : 'no-revision',
    })
  await logSecretRead(core, kind, actor, [record])
  return { record: masked(kind, actor, record), missing: [], allowed: [] }
}

/** See `Engine.revisions`: newest first. */
export async function revisions<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  { limit = 50, cursor }: PageQuery = {},
): Promise<Page<RevisionEntry>> {
  const { view } = await readable(core, kind, id, actor)
  const before = cursor ? (decodeCursor(cursor, 'rev')['before'] ?? '') : undefined
  const page = await core.store.query(keys.record(kind.name, id), {
    prefix: 'rev#',
    reverse: true,
    limit,
    ...(before && { before }),
  })
  const stored = page.items.map((item) => item.body as unknown as Revision<T>)
  const entries = stored.filter((revision) => view === 'newest' || isRegistered(revision))
  const last = stored.at(-1)
  return {
    items: entries.map((revision) => entryOf(revision)),
    ...(page.next && last && { next: encodeCursor({ k: 'rev', before: revisionKey(last.head.revision) }) }),
  }
}

/** See `Engine.diff`. */
export async function diff<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  from: number,
  to: number,
  actor: Actor,
): Promise<FieldChange[]> {
  const { view } = await readable(core, kind, id, actor)
  const [before, after] = await Promise.all([
    revisionFor(core, kind, id, from, view),
    revisionFor(core, kind, id, to, view),
  ])
  if (!before || !after)
    throw new RegisterError('not-found', `${id} lacks revision ${before ? to : from}`, { reason: 'no-revision' })
  await logSecretRead(core, kind, actor, [before, after])
  return diffFields(masked(kind, actor, before).data, masked(kind, actor, after).data)
}

/** See `Engine.comments`: oldest first; a caller who only reads what is in force sees none. */
export async function comments<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  { limit = 50, cursor }: PageQuery = {},
): Promise<Page<Note>> {
  const { loaded, view } = await readable(core, kind, id, actor)
  if (!takesPart(kind, actor, loaded, view)) return { items: [] }
  const after = cursor ? decodeCursor(cursor, 'note')['after'] : undefined
  const page = await core.store.query(keys.record(kind.name, id), { prefix: 'note#', limit, ...(after && { after }) })
  return {
    items: page.items.map((item) => item.body as unknown as Note),
    ...(page.next && { next: encodeCursor({ k: 'note', after: page.next }) }),
  }
}

/** See `Engine.comment`. */
export async function comment<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  sent: { text: string; pointer?: string },
  actor: Actor,
): Promise<Note> {
  const { loaded, view } = await readable(core, kind, id, actor)
  if (!takesPart(kind, actor, loaded, view)) throw new RegisterError('forbidden', `may not comment on ${id}`)
  assertFreeText(kind, sent.text, '/text')
  const note: Note = { id: core.newId(), at: core.now(), by: actor.personId, ...sent }
  const put = { ...keys.note(kind.name, id, note.id), body: { ...note } }
  await core.store.commit(
    [
      { put, if: 'absent' },
      { check: keys.head(kind.name, id), if: 'exists' },
    ],
    core.newId(),
  )
  return note
}

/** See `Engine.links`: both directions, only what this caller may read. */
export async function links<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
): Promise<LinkGroup[]> {
  const { loaded, view } = await readable(core, kind, id, actor)
  const { newest, registered } = loaded.snapshot
  const out = kind.links((view === 'newest' ? newest : (registered ?? newest)).data).filter((link) => link.checked)
  const incoming = await core.store.query(keys.record(kind.name, id), { prefix: 'in#', limit: 500 })
  const ends = [
    ...out.map((link) => ({ direction: 'out' as const, rel: link.rel, kind: link.kind, id: link.id })),
    ...incoming.items.map((item) => {
      const [, rel = '', from = ''] = item.sk.split('#')
      return { direction: 'in' as const, rel, kind: from, id: String(item.body) }
    }),
  ]
  const named = await Promise.all(
    ends.map((end) => nameOf(core, end.kind, end.id, actor, end.direction === 'in' ? { rel: end.rel, id } : undefined)),
  )
  const groups = new Map<string, LinkGroup>()
  for (const [index, end] of ends.entries()) {
    const shown = named[index]
    if (!shown) continue
    const key = `${end.direction} ${end.rel}`
    const group = groups.get(key) ?? { rel: end.rel, direction: end.direction, items: [] }
    if (!group.items.some((item) => item.id === shown.id)) group.items.push(shown)
    groups.set(key, group)
  }
  return [...groups.values()]
}

type LinkEnd = LinkGroup['items'][number]

/** A neighbour as this caller may know it; an incoming link must stand in the revision that the caller reads. */
async function nameOf(
  core: EngineOptions,
  kindName: string,
  id: string,
  actor: Actor,
  incoming?: { rel: string; id: string },
): Promise<LinkEnd | undefined> {
  const kind = core.kinds.find((candidate) => candidate.name === kindName) ?? (await core.furtherKind?.(kindName))
  const loaded = kind && (await load(core.store, kind, id))
  const view = loaded && (actor.system ? 'newest' : kind.policy.view(actor, loaded.snapshot))
  if (!kind || !loaded || !view) return undefined
  const record: RecordOf<object> =
    view === 'newest' ? loaded.snapshot.newest : (loaded.snapshot.registered ?? loaded.snapshot.newest)
  const stands =
    !incoming || kind.links(record.data).some((link) => link.rel === incoming.rel && link.id === incoming.id)
  if (!stands) return undefined
  return {
    kind: kindName,
    id,
    ...(record.number && { number: record.number }),
    name: kind.sortName(record),
    state: record.state,
  }
}

async function readable<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
): Promise<{ loaded: Loaded<T>; view: 'newest' | 'registered' }> {
  const loaded = await load(core.store, kind, id)
  const view = assertReadable(kind, actor, loaded?.snapshot, id)
  return { loaded: loaded as Loaded<T>, view }
}

function takesPart<T extends object>(
  kind: Kind<T>,
  actor: Actor,
  { snapshot }: Loaded<T>,
  view: 'newest' | 'registered',
): boolean {
  return !!actor.system || (kind.policy.comments?.(actor, snapshot) ?? view === 'newest')
}

/** Whether a revision was the one in force when it was written: others see no other. */
function isRegistered<T>({ head }: Revision<T>): boolean {
  return head.registeredRevision === head.revision
}

async function revisionFor<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  number: number,
  view: 'newest' | 'registered',
): Promise<RecordOf<T> | undefined> {
  const revision = await loadRevision(core.store, kind, id, number)
  return revision && (view === 'newest' || isRegistered(revision)) ? recordAt(revision) : undefined
}

function entryOf<T>({ head, change, hash }: Revision<T>): RevisionEntry {
  const { revision, state, registeredRevision } = head
  return { revision, state, ...change, ...(registeredRevision === revision && { registered: true }), hash }
}

/** One read-log row a request, when a caller reads secret fields in clear (domain section 6). */
export async function logSecretRead<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  actor: Actor,
  records: readonly RecordOf<T>[],
): Promise<void> {
  if (actor.system) return
  const read = records.filter(
    (record) => Object.keys(secretFields(kind, record.data)).length > 0 && readsSecrets(kind, actor, record),
  )
  if (read.length === 0) return
  const at = core.now()
  const fields = [...new Set(read.flatMap((record) => Object.keys(secretFields(kind, record.data))))]
  const body = { at, by: actor.personId, kind: kind.name, ids: [...new Set(read.map((record) => record.id))], fields }
  await core.store.commit(
    [{ put: { ...keys.readLog(dayOf(at), `${at}#${core.newId()}`), body }, if: 'absent' }],
    core.newId(),
  )
}
