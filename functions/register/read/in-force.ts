import type { Store } from '../../store/store.ts'
import { keys } from '../keys.ts'
import type { Outline } from '../outline.ts'
import type { RecordOf } from '../record.ts'
import { recordAt, type Revision } from '../seal/revision.ts'
import { loadRevision, type StoredHead } from './load.ts'

/**
 * The revision that was in force at a time (RFC 3339 UTC): the one registered by then, or saved by then where nothing is
 * registered. Undefined when none was.
 */
export async function loadInForce<T extends object>(
  store: Store,
  kind: Outline<T>,
  id: string,
  time: string,
): Promise<RecordOf<T> | undefined> {
  const found = await (kind.needsRegistration ? registeredBy : settledBy)(store, kind, id, time)
  return found && recordAt(found)
}

async function registeredBy<T extends object>(
  store: Store,
  kind: Outline<T>,
  id: string,
  time: string,
): Promise<Revision<T> | undefined> {
  const page = await store.query(keys.record(kind.name, id), {
    prefix: 'valid#',
    before: `valid#${time}~`,
    reverse: true,
    limit: 1,
  })
  const revision = (page.items[0]?.body as { revision: number | null } | undefined)?.revision
  return revision ? loadRevision(store, kind, id, revision) : undefined
}

/** The revision saved last by then, or where that was only in preparation the last one before that was not. */
async function settledBy<T extends object>(
  store: Store,
  kind: Outline<T>,
  id: string,
  time: string,
): Promise<Revision<T> | undefined> {
  const { pending = [] } = kind
  const saved = await savedBy(store, kind, id, time)
  if (!saved || !pending.includes(saved.head.state)) return saved
  for (let revision = saved.head.revision - 1; revision > 0; revision--) {
    const before = await loadRevision(store, kind, id, revision)
    if (before && !pending.includes(before.head.state)) return before
  }
  return saved
}

/** Revisions never go back in time, so the last one by then is found by halving. */
async function savedBy<T extends object>(
  store: Store,
  kind: Outline<T>,
  id: string,
  time: string,
): Promise<Revision<T> | undefined> {
  const head = (await store.get(keys.head(kind.name, id)))?.body as StoredHead | undefined
  if (!head || head.createdAt > time) return undefined
  if (head.updatedAt <= time) return loadRevision(store, kind, id, head.revision)
  let from = 1
  let to = head.revision - 1
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    const at = (await loadRevision(store, kind, id, middle))?.change.at
    if (at !== undefined && at <= time) from = middle
    else to = middle - 1
  }
  return loadRevision(store, kind, id, from)
}
