import type { Actor } from './actor.ts'
import { commit, type Guarded } from './commit.ts'
import { dayOf, type EngineOptions } from './core.ts'
import { keys } from './keys.ts'
import type { Kind, RecordOf } from './kind.ts'
import { secretFields } from './mask.ts'
import { readsSecrets } from './show.ts'

/**
 * The write that logs who reads which secret fields in clear, when: one row for each of a request's records together, or
 * none when nothing secret is read (domain section 6). `current`: the record as it is now, which decides who may read.
 */
export function readLogWrite<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  actor: Actor,
  read: readonly RecordOf<T>[],
  current: RecordOf<T>,
): Guarded[] {
  if (actor.system || !readsSecrets(kind, actor, current)) return []
  const fields = [...new Set(read.flatMap(({ data }) => Object.keys(secretFields(kind, data, current.data))))]
  if (fields.length === 0) return []
  const at = core.now()
  const body = { at, by: actor.personId, kind: kind.name, ids: [current.id], fields }
  return [{ write: { put: { ...keys.readLog(dayOf(at), `${at}#${core.newId()}`), body }, if: 'absent' } }]
}

/** Logs a read before it is answered. Throws `busy` when that fails: what cannot be logged is not shown. */
export async function logRead<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  actor: Actor,
  read: readonly RecordOf<T>[],
  current: RecordOf<T>,
): Promise<void> {
  const guarded = readLogWrite(core, kind, actor, read, current)
  const [row] = guarded
  if (!row || !('put' in row.write)) return
  const key = row.write.put
  await commit(core.store, guarded, core.newId(), async () => (await core.store.get(key)) !== undefined)
}
