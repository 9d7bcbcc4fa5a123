import type { Actor } from '../actor.ts'
import { commit, type Guarded } from '../change/commit.ts'
import { dayOf, type EngineOptions } from '../core.ts'
import { keys } from '../keys.ts'
import type { Outline } from '../outline.ts'
import type { RecordOf } from '../record.ts'
import { secretFields } from './mask.ts'
import { readsSecrets } from './show.ts'

/**
 * The write that logs who reads which secret fields in clear, when: one row for each of a request's records together, or
 * none when nothing secret is read (domain section 6). `current`: the record as it is now, which decides who may read.
 */
export function readLogWrite<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  actor: Actor,
  read: readonly RecordOf<T>[],
  current: RecordOf<T>,
): Guarded[] {
  if (actor.system || !readsSecrets(kind, actor, current)) return []
  const fields = read.flatMap(({ data }) => Object.keys(secretFields(kind, data, current.data)))
  return entry(core, kind, actor, [current.id], fields)
}

/** Logs that the caller is given these records, as they are now. Throws `busy` as `logRead` does. */
export async function logReads<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  actor: Actor,
  records: readonly RecordOf<T>[],
): Promise<void> {
  if (actor.system) return
  const fieldsOf = ({ data }: RecordOf<T>): string[] => Object.keys(secretFields(kind, data))
  const read = records.filter((record) => fieldsOf(record).length > 0 && readsSecrets(kind, actor, record))
  await commitEntry(
    core,
    entry(
      core,
      kind,
      actor,
      read.map(({ id }) => id),
      read.flatMap(fieldsOf),
    ),
  )
}

function entry<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  actor: Actor,
  ids: readonly string[],
  read: readonly string[],
): Guarded[] {
  const fields = [...new Set(read)]
  if (fields.length === 0) return []
  const at = core.now()
  const body = { at, by: actor.personId, kind: kind.name, ids, fields }
  return [{ write: { put: { ...keys.readLog(dayOf(at), `${at}#${core.newId()}`), body }, if: 'absent' } }]
}

/** Logs a read before it is answered. Throws `busy` when that fails: what cannot be logged is not shown. */
export async function logRead<T extends object>(
  core: EngineOptions,
  kind: Outline<T>,
  actor: Actor,
  read: readonly RecordOf<T>[],
  current: RecordOf<T>,
): Promise<void> {
  await commitEntry(core, readLogWrite(core, kind, actor, read, current))
}

async function commitEntry(core: EngineOptions, guarded: readonly Guarded[]): Promise<void> {
  const [row] = guarded
  if (!row || !('put' in row.write)) return
  const key = row.write.put
  await commit(
    core.store,
    () => guarded,
    core.newId(),
    async () => (await core.store.get(key)) !== undefined,
  )
}
