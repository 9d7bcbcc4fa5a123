import type { Item, Store } from '../../store/store.ts'
import { sameJson } from '../canonical.ts'
import { keys, keyText, revisionKey } from '../keys.ts'
import type { Kind } from '../kind.ts'
import type { StoredHead } from '../read/load.ts'
import { withoutSecrets } from '../read/mask.ts'
import type { Snapshot } from '../record.ts'
import { formerRows } from '../rows/former-links.ts'
import { rowsOf, type Row } from '../rows/rows.ts'
import type { Sha256 } from './chain.ts'
import { recomputedHash, recordAt, type Revision } from './revision.ts'

/** Something stored that does not fit the rest: where, and what is wrong with it. */
export interface Fault {
  pk: string
  sk: string
  problem: FaultName
}

export type FaultName =
  | 'unreadable'
  | 'unknown'
  | 'head-missing'
  | 'head-differs'
  | 'revision-missing'
  | 'chain-broken'
  | 'hash-differs'
  | 'row-missing'
  | 'row-differs'
  | 'row-stray'
  | 'validity-differs'

/** A record's faults and the rows it should have. */
export interface VerifiedRecord {
  faults: Fault[]
  rows: Row[]
  revisions: number
  /** Too much is wrong for its rows to be known. */
  damaged?: true
}

/**
 * Recomputes a record's chain, head, validity and rows from its revisions and holds the store against them;
 * rows known to be unreadable are left out.
 */
export async function verifyRecord<T extends object>(
  store: Store,
  kind: Kind<T>,
  id: string,
  sha256: Sha256,
  unreadable: ReadonlySet<string>,
): Promise<VerifiedRecord> {
  const pk = keys.record(kind.name, id)
  const items = await allOf(store, pk)
  const fault = (sk: string, problem: FaultName): Fault => ({ pk, sk, problem })
  const head = items.find((item) => item.sk === 'head')
  const stored = items.filter((item) => item.sk.startsWith('rev#'))
  const misshapen = stored.filter(({ body }) => !isRevision(body)).map(({ sk }) => fault(sk, 'unreadable'))
  if (misshapen.length > 0) return { faults: misshapen, rows: [], revisions: stored.length, damaged: true }
  const revisions = stored.map((item) => item.body as unknown as Revision<T>)
  const last = revisions.at(-1)
  if (!head || !last)
    return {
      faults: [fault(head ? revisionKey(1) : 'head', head ? 'revision-missing' : 'head-missing')],
      rows: [],
      revisions: revisions.length,
    }
  const chain = revisions.flatMap((revision, at) => {
    const sk = revisionKey(at + 1)
    if (revision.head.revision !== at + 1) return [fault(sk, 'revision-missing')]
    if (revision.previous !== (revisions[at - 1]?.hash ?? '')) return [fault(sk, 'chain-broken')]
    return recomputedHash(revision, sha256) === revision.hash ? [] : [fault(sk, 'hash-differs')]
  })
  const headFaults = headFits(kind, head, last) ? [] : [fault('head', 'head-differs')]
  const rows = rowsIfPossible(kind, revisions, last)
  if (!rows) return { faults: [...chain, ...headFaults], rows: [], revisions: revisions.length, damaged: true }
  return {
    faults: [
      ...chain,
      ...headFaults,
      ...validityFaults(items, revisions).map((sk) => fault(sk, 'validity-differs')),
      ...(await rowFaults(
        store,
        rows.filter((row) => !unreadable.has(keyText(row))),
      )),
    ],
    rows,
    revisions: revisions.length,
  }
}

/** Whether what is stored has at least the shape of a revision, so that its hash can be computed. */
function isRevision(body: unknown): boolean {
  const { head, data, change, salts } = (body ?? {}) as { [member: string]: unknown }
  return [head, data, change, salts].every((part) => typeof part === 'object' && part !== null)
}

/** The rows of a record; undefined when its data has been changed into something that no rows can be made of. */
function rowsIfPossible<T extends object>(
  kind: Kind<T>,
  revisions: readonly Revision<T>[],
  last: Revision<T>,
): Row[] | undefined {
  try {
    return [...rowsOf(kind, snapshotOf(revisions, last)), ...formerRows(kind, revisions)]
  } catch {
    return undefined
  }
}

function snapshotOf<T extends object>(revisions: readonly Revision<T>[], last: Revision<T>): Snapshot<T> {
  const inForce = last.head.registeredRevision
  const registered = inForce ? revisions[inForce - 1] : undefined
  return { newest: recordAt(last), ...(registered && { registered: recordAt(registered) }) }
}

function headFits<T extends object>(kind: Kind<T>, item: Item, last: Revision<T>): boolean {
  try {
    const { hash, title, ...envelope } = item.body as unknown as StoredHead
    const same = sameJson(envelope, last.head) && hash === last.hash && item.version === last.head.revision
    return same && title === kind.sortName(withoutSecrets(kind, recordAt(last)))
  } catch {
    return false
  }
}

/** Every validity row stands at a revision that came into force or ended it, at that revision's time, and none is lacking. */
function validityFaults<T>(items: readonly Item[], revisions: readonly Revision<T>[]): string[] {
  const rows = items.filter((item) => item.sk.startsWith('valid#'))
  const expected = new Map<string, number>(
    revisions
      .filter(({ head }) => head.registeredRevision === head.revision)
      .map(({ head, change }) => [keys.valid('', '', change.at, head.revision).sk, head.revision]),
  )
  const strays = rows.filter(({ sk, body }) => {
    const { revision } = (body ?? {}) as { revision?: number | null }
    const stands = expected.get(sk)
    return stands === undefined || (revision !== null && revision !== stands)
  })
  const lacking = [...expected.keys()].filter((sk) => !rows.some((row) => row.sk === sk))
  return [...strays.map((row) => row.sk), ...lacking]
}

async function rowFaults(store: Store, rows: readonly Row[]): Promise<Fault[]> {
  const found = await store.getMany(rows.map(({ pk, sk }) => ({ pk, sk })))
  const bodies = new Map(found.map((item) => [keyText(item), item.body]))
  return rows.flatMap(({ pk, sk, body }): Fault[] => {
    const stored = bodies.get(keyText({ pk, sk }))
    if (stored === undefined) return [{ pk, sk, problem: 'row-missing' }]
    return sameJson(stored, body) ? [] : [{ pk, sk, problem: 'row-differs' }]
  })
}

async function allOf(store: Store, pk: string): Promise<Item[]> {
  const items: Item[] = []
  for (let after: string | undefined; ;) {
    const page = await store.query(pk, { limit: 1000, ...(after && { after }) })
    items.push(...page.items.filter((item) => !/^(in|was)#/.test(item.sk)))
    if (!page.next) return items
    after = page.next
  }
}
