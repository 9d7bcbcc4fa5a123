import { limits, type Item, type Write } from '../../store/store.ts'
import type { EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { loadRevision, type Loaded, type StoredHead } from '../read/load.ts'
import { withoutSecrets } from '../read/mask.ts'
import type { Snapshot } from '../record.ts'
import { rowWrites } from '../rows/rows.ts'
import { sealRevision, type Revision } from '../seal/revision.ts'
import type { Decision } from './change.ts'
import { commit, type Guarded } from './commit.ts'
import { namesOf, type Heads } from './link-targets.ts'
import { widestList } from './widest-list.ts'

/**
 * Seals and commits a decision on top of what was loaded (nothing, for a new record): head, revision, rows, and whatever
 * else must stand or fall with it, in one transaction. Gives the snapshot that now stands.
 * `heads`: where those of linked records are read. Throws `revision-conflict`, `already-exists`, `invalid` (dangling reference), `busy`, `limit-exceeded` (naming the list).
 */
export async function save<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  before: Loaded<T> | undefined,
  decision: Decision<T>,
  extra: readonly Guarded[] = [],
  heads: Heads = core.store,
): Promise<Snapshot<T>> {
  const names = await namesOf(heads, kind.links(decision.after.newest.data))
  const newest = { ...decision.after.newest, ...(names && { names }) }
  const registered = decision.registers ? newest : decision.after.registered
  const after = { newest, ...(registered && { registered }) }
  const sealed = sealRevision(newest, decision.change, before?.hash ?? '', core)
  const commitWith = async (guards: readonly Guarded[]): Promise<void> => {
    const token = core.newId()
    const guarded = (): Guarded[] => {
      const all = [
        ...guards,
        ...recordWrites(kind, before, decision, sealed),
        ...rowWrites(kind, before?.snapshot, after).map((write) => guardRow(write)),
        ...(kind.touches ?? []).map((name): Guarded => ({ write: { put: { ...keys.touched(name), body: token } } })),
        ...extra,
      ]
      if (all.length > limits.writesPerCommit) throw tooManyWrites(before?.snapshot, after, all.length)
      return all
    }
    await commit(core.store, guarded, token, async () => {
      const stands = await loadRevision(core.store, kind, newest.id, newest.revision)
      return stands?.hash === sealed.hash
    })
  }
  if (kind.above === undefined) await commitWith([])
  else await (await import('./ancestors.ts')).saveBelow(core.store, kind, before?.snapshot.newest, newest, commitWith)
  return after
}

function recordWrites<T extends object>(
  kind: Kind<T>,
  before: Loaded<T> | undefined,
  decision: Decision<T>,
  sealed: Revision<T>,
): Guarded[] {
  const { id, revision } = sealed.head
  const title = kind.sortName(withoutSecrets(kind, decision.after.newest))
  const head: StoredHead = { ...sealed.head, hash: sealed.hash, title }
  const valid = { revision: decision.ends ? null : revision }
  const broken = before ? conflict(id) : taken(id)
  return [
    {
      write: {
        put: { ...keys.head(kind.name, id), version: revision, body: head as unknown as Item['body'] },
        if: before ? { version: revision - 1 } : 'absent',
      },
      broken,
    },
    {
      write: {
        put: { ...keys.revision(kind.name, id, revision), body: sealed as unknown as Item['body'] },
        if: 'absent',
      },
      broken,
    },
    ...(decision.registers
      ? [{ write: { put: { ...keys.valid(kind.name, id, decision.change.at, revision), body: valid } } }]
      : []),
  ]
}

function conflict(id: string): Required<Guarded>['broken'] {
  return (current) =>
    new RegisterError('revision-conflict', `${id} has changed`, {
      ...(current?.version && { currentRevision: current.version }),
    })
}

function taken(id: string): Required<Guarded>['broken'] {
  return () => new RegisterError('already-exists', `${id} is taken`, { id })
}

/** Only rows of unique values have a condition: that no other record holds the value. */
function guardRow(write: Write): Guarded {
  return {
    write,
    broken: (current) =>
      new RegisterError('already-exists', 'the value is taken', { ...(current && { id: String(current.body) }) }),
  }
}

function tooManyWrites(before: Snapshot<object> | undefined, after: Snapshot<object>, writes: number): RegisterError {
  const list = widestList(before, after)
  return new RegisterError('limit-exceeded', `${writes} writes in a save`, {
    reason: 'too-many-changes',
    params: { writes, maximum: limits.writesPerCommit },
    ...(list !== undefined && { pointer: `/${list}` }),
  })
}
