import type { Item, Write } from '../store/store.ts'
import type { Decision } from './change.ts'
import { commit, type Guarded } from './commit.ts'
import type { EngineOptions } from './core.ts'
import { RegisterError } from './errors.ts'
import { keys } from './keys.ts'
import type { Kind, Snapshot } from './kind.ts'
import type { Loaded, StoredHead } from './load.ts'
import { withoutSecrets } from './mask.ts'
import { namesOf } from './neighbours.ts'
import { sealRevision } from './revision.ts'
import { linksOf, rowWrites } from './rows.ts'

/**
 * Seals and commits a decision on top of what was loaded (nothing, for a new record): head, revision, rows, and whatever
 * else must stand or fall with it, in one transaction. Gives the snapshot that now stands.
 * Throws `revision-conflict`, `already-exists`, `invalid` (dangling reference), `busy`, `limit-exceeded`.
 */
export async function save<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  before: Loaded<T> | undefined,
  decision: Decision<T>,
  extra: readonly Guarded[] = [],
): Promise<Snapshot<T>> {
  const names = await namesOf(core.store, kind.links(decision.after.newest.data))
  const newest = { ...decision.after.newest, ...(names && { names }) }
  const after = {
    newest,
    ...(decision.after.registered && { registered: decision.registers ? newest : decision.after.registered }),
  }
  const token = core.newId()
  const { id } = newest
  const landed = async (): Promise<boolean> => {
    const item = await core.store.get(keys.head(kind.name, id))
    return (item?.body as unknown as StoredHead | undefined)?.token === token
  }
  const guarded = [
    ...recordWrites(core, kind, before, { ...decision, after }, token),
    ...rowWrites(kind, before?.snapshot, after).map((write) => guardRow(write)),
    ...linkChecks(kind, before?.snapshot, after),
    ...(kind.touches ?? []).map((name): Guarded => ({ write: { put: { ...keys.touched(name), body: token } } })),
    ...extra,
  ]
  await commit(core.store, guarded, token, landed)
  return after
}

function recordWrites<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  before: Loaded<T> | undefined,
  decision: Decision<T>,
  token: string,
): Guarded[] {
  const { newest } = decision.after
  const { id, revision } = newest
  const sealed = sealRevision(newest, decision.change, before?.hash ?? '', core)
  const { data: _data, names: _names, ...envelope } = newest
  const head: StoredHead = { ...envelope, hash: sealed.hash, token, title: kind.sortName(withoutSecrets(kind, newest)) }
  const valid = decision.ends ? { revision: null } : decision.registers ? { revision } : undefined
  const stale = (current: Item | undefined): RegisterError =>
    new RegisterError('revision-conflict', `${id} has changed`, {
      ...(current?.version && { currentRevision: current.version }),
    })
  return [
    {
      write: {
        put: { ...keys.head(kind.name, id), version: revision, body: head as unknown as Item['body'] },
        if: before ? { version: revision - 1 } : 'absent',
      },
      broken: stale,
    },
    {
      write: {
        put: { ...keys.revision(kind.name, id, revision), body: sealed as unknown as Item['body'] },
        if: 'absent',
      },
      broken: stale,
    },
    ...(valid ? [{ write: { put: { ...keys.valid(kind.name, id, decision.change.at, revision), body: valid } } }] : []),
  ]
}

function guardRow(write: Write): Guarded {
  return {
    write,
    broken: (current) => new RegisterError('already-exists', 'the value is taken', { id: String(current?.body ?? '') }),
  }
}

/** New links to records that may not dangle are checked in the transaction; a link to oneself needs no check. */
function linkChecks<T extends object>(kind: Kind<T>, before: Snapshot<T> | undefined, after: Snapshot<T>): Guarded[] {
  const known = new Set(before ? linksOf(kind, before).map((link) => link.id) : [])
  const fresh = kind
    .links(after.newest.data)
    .filter((link) => link.checked && link.id !== after.newest.id && !known.has(link.id))
  return [...new Map(fresh.map((link) => [`${link.kind}#${link.id}`, link])).values()].map((link) => ({
    write: { check: keys.head(link.kind, link.id), if: 'exists' },
    broken: () =>
      new RegisterError('invalid', 'a reference leads nowhere', {
        errors: [{ pointer: link.pointer, code: 'dangling-reference' }],
      }),
  }))
}
