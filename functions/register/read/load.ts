import type { Item, Store } from '../../store/store.ts'
import { keys } from '../keys.ts'
import type { Outline } from '../outline.ts'
import type { Head, Note, RecordOf, Snapshot } from '../record.ts'
import { recordAt, type Revision } from '../seal/revision.ts'

/** The head item: the envelope and where the chain stands. */
export interface StoredHead extends Head {
  hash: string
  /** What links to the record call it. */
  title: string
}

/** A record as loaded for a change: its snapshot and what the next revision builds on. */
export interface Loaded<T> {
  snapshot: Snapshot<T>
  hash: string
}

/** The head, the newest revision, and the one in force when it is another. Undefined when there is no such record. */
export async function load<T extends object>(
  store: Store,
  kind: Outline<T>,
  id: string,
): Promise<Loaded<T> | undefined> {
  const item = await store.get(keys.head(kind.name, id))
  if (!item) return undefined
  const head = item.body as unknown as StoredHead
  const numbers = [...new Set([head.revision, head.registeredRevision ?? head.revision])]
  const items = await store.getMany(numbers.map((number) => keys.revision(kind.name, id, number)))
  return loaded<T>(head, items)
}

/** Several records of one kind, in input order; those that do not exist are left out. */
export async function loadMany<T extends object>(
  store: Store,
  kind: Outline<T>,
  ids: readonly string[],
): Promise<Loaded<T>[]> {
  const heads = (await store.getMany(ids.map((id) => keys.head(kind.name, id)))).map(
    (item) => item.body as unknown as StoredHead,
  )
  const wanted = heads.flatMap((head) =>
    [...new Set([head.revision, head.registeredRevision ?? head.revision])].map((number) =>
      keys.revision(kind.name, head.id, number),
    ),
  )
  const items = Map.groupBy(await store.getMany(wanted), ({ pk }) => pk)
  return heads.map((head) => loaded<T>(head, items.get(keys.record(kind.name, head.id)) ?? []))
}

/** One revision of a record; undefined when there is none of that number. */
export async function loadRevision<T extends object>(
  store: Store,
  kind: Outline<T>,
  id: string,
  revision: number,
): Promise<Revision<T> | undefined> {
  const item = await store.get(keys.revision(kind.name, id, revision))
  return item?.body as unknown as Revision<T> | undefined
}

/** All comments of a record, oldest first. */
export async function loadNotes(store: Store, kindName: string, id: string): Promise<Note[]> {
  const notes: Note[] = []
  for (let after: string | undefined; ;) {
    const page = await store.query(keys.record(kindName, id), { prefix: 'note#', after, limit: 1000 })
    notes.push(...page.items.map(noteOf))
    if (!page.next) return notes
    after = page.next
  }
}

/** A comment as readers have it. */
export function noteOf({ body }: Item): Note {
  const { salt: _salt, ...note } = body as unknown as Note & { salt?: string }
  return note
}

function loaded<T extends object>(head: StoredHead, items: readonly Item[]): Loaded<T> {
  const revisions = items.map((item) => item.body as unknown as Revision<T>)
  const at = (number: number): RecordOf<T> => {
    const revision = revisions.find((candidate) => candidate.head.revision === number)
    if (!revision) throw new Error(`${head.kind} ${head.id} lacks its revision ${number}`)
    return recordAt(revision)
  }
  const newest = at(head.revision)
  const registered = head.registeredRevision ? at(head.registeredRevision) : undefined
  return { snapshot: { newest, ...(registered && { registered }) }, hash: head.hash }
}
