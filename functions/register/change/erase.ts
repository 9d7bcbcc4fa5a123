import { limits, type Item } from '../../store/store.ts'
import type { EngineOptions } from '../core.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { loadRevision } from '../read/load.ts'
import type { Snapshot } from '../record.ts'
import { leafHashes, type Leaves, type Seals, type Sha256 } from '../seal/chain.ts'
import { leavesOf, recordAt, type Revision } from '../seal/revision.ts'
import { commit, type Guarded } from './commit.ts'

const revisionsAtOnce = 25
/** A commit holds 4 MB, and a revision at most 400 KB. */
const revisionsACommit = 8

/** What must be saved with the move that erases: the revisions that rows are made of, and what they become. */
export interface Erasing<T> {
  registered?: Snapshot<T>['registered']
  extra: Guarded[]
}

/**
 * Takes fields out of all revisions of a record but the newest and the one in force, which go with the move itself, so that a move that is
 * cut short is made again and nothing is called erased before it is. The hash of each value stays, so every chain and proof holds.
 */
export async function eraseEarlier<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  { newest, registered }: Snapshot<T>,
  fields: readonly string[],
): Promise<Erasing<T>> {
  const last = [...new Set([newest.revision, ...(registered ? [registered.revision] : [])])]
  for (let from = 1; from <= newest.revision; from += revisionsAtOnce) {
    const numbers = Array.from({ length: Math.min(revisionsAtOnce, newest.revision - from + 1) }, (_, at) => from + at)
    const earlier = numbers.filter((number) => !last.includes(number))
    await commitAll(core, await erased(core, kind, newest.id, earlier, fields))
  }
  const extra = await erased(core, kind, newest.id, last, fields)
  const inForce = extra.find(({ revision }) => revision.head.revision === registered?.revision)?.revision
  return {
    ...(inForce && { registered: recordAt(inForce) }),
    extra: extra.map(({ write }) => write),
  }
}

/** A revision without the values and salts of these fields; their hashes stand where they were. */
export function eraseFields<T extends object>(
  revision: Revision<T>,
  fields: readonly string[],
  sha256: Sha256,
): Revision<T> {
  const pointers = fields.map((field) => `/data/${field}`)
  const hashes = leafHashes(leavesOf(revision) as Leaves, revision, sha256)
  const gone = Object.entries(hashes).filter(([pointer]) => pointers.includes(pointer))
  if (gone.length === 0) return revision
  const kept = <V>(members: { [name: string]: V }, without: readonly string[]) =>
    Object.fromEntries(Object.entries(members).filter(([name]) => !without.includes(name)))
  const seals: Seals = {
    salts: kept(revision.salts, pointers),
    erased: { ...revision.erased, ...Object.fromEntries(gone) },
  }
  return { ...revision, data: kept(revision.data as { [field: string]: unknown }, fields) as T, ...seals }
}

interface ErasedRevision<T> {
  revision: Revision<T>
  write: Guarded
}

async function erased<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  numbers: readonly number[],
  fields: readonly string[],
): Promise<ErasedRevision<T>[]> {
  const revisions = await Promise.all(numbers.map((number) => loadRevision(core.store, kind, id, number)))
  return revisions.flatMap((before) => {
    if (!before) return []
    const revision = eraseFields(before, fields, core.sha256)
    const put = { ...keys.revision(kind.name, id, before.head.revision), body: revision as unknown as Item['body'] }
    return [{ revision, write: { write: { put, if: 'exists' as const } } }]
  })
}

async function commitAll<T>(core: EngineOptions, revisions: readonly ErasedRevision<T>[]): Promise<void> {
  for (let from = 0; from < revisions.length; from += Math.min(revisionsACommit, limits.writesPerCommit)) {
    const some = revisions.slice(from, from + revisionsACommit).map(({ write }) => write)
    // Putting the same again is harmless, so a lost answer needs no look at what stands.
    await commit(
      core.store,
      () => some,
      core.newId(),
      async () => false,
    )
  }
}
