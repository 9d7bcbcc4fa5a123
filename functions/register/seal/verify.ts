import type { Item, Key, Store } from '../../store/store.ts'
import { keyText } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { isApart } from '../rows/apart.ts'
import { everything, isDerived, isStray } from '../rows/derived-rows.ts'
import type { Sha256 } from './chain.ts'
import { verifyRecord, type Fault, type VerifiedRecord } from './verify-record.ts'

export interface VerifyReport {
  records: number
  revisions: number
  rows: number
  faults: Fault[]
}

/**
 * Walks the whole store: every record's chain, head and rows are recomputed and compared, every derived row must belong to a
 * record, and everything must be of a sort that the product knows. What a running server changes meanwhile is looked at twice.
 */
export async function verifyStore(
  store: Store,
  kinds: readonly Kind<object>[],
  sha256: Sha256,
  more: { sorts?: readonly string[] } = {},
): Promise<VerifyReport> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const report: VerifyReport = { records: 0, revisions: 0, rows: 0, faults: [] }
  const expected = new Set<string>()
  const unreadable = new Set<string>()
  const damaged = new Set<string>()
  for await (const item of everything(store)) {
    if (!item.unreadable) continue
    report.faults.push({ pk: item.pk, sk: item.sk, problem: 'unreadable' })
    unreadable.add(keyText(item))
    if (byName.has(sortOf(item))) damaged.add(item.pk)
  }
  const seen = new Set<string>()
  for await (const { pk } of everything(store)) {
    const [name = '', id = ''] = pk.split('#')
    const kind = byName.get(name)
    if (!kind || seen.has(pk)) continue
    seen.add(pk)
    if (damaged.has(pk)) continue
    const verified = await verifiedTwice(() => verifyRecord(store, kind, id, sha256, unreadable))
    if (verified.damaged) damaged.add(pk)
    report.records++
    report.revisions += verified.revisions
    report.rows += verified.rows.length
    report.faults.push(...verified.faults)
    for (const row of verified.rows) expected.add(shortOf(row, sha256))
  }
  for await (const item of everything(store)) {
    const row = isDerived(item)
    const sort = row || byName.has(sortOf(item)) || isApart(item.pk, more.sorts)
    if (!sort) report.faults.push({ pk: item.pk, sk: item.sk, problem: 'unknown' })
    if (!row || item.unreadable || expected.has(shortOf(item, sha256)) || isOf(item, damaged)) continue
    if (await isStray(store, kinds, item)) report.faults.push({ pk: item.pk, sk: item.sk, problem: 'row-stray' })
  }
  return report
}

/** A record in the middle of a change by a running server may look wrong once, not twice. */
async function verifiedTwice(verify: () => Promise<VerifiedRecord>): Promise<VerifiedRecord> {
  const first = await verify()
  return first.faults.length > 0 ? verify() : first
}

/** Whether a row belongs to a record that could not be read, and so could not say which rows it has. */
function isOf({ sk, body }: Item, damaged: ReadonlySet<string>): boolean {
  return [...damaged].some((pk) => {
    const id = pk.slice(pk.indexOf('#') + 1)
    return sk.includes(id) || body === id
  })
}

/** The beginning of an item's partition: the kind, for everything of a record's own. */
function sortOf({ pk }: Key): string {
  return pk.split('#')[0] as string
}

/** Short for memory's sake: there may be millions of rows. */
function shortOf(key: Key, sha256: Sha256): string {
  return sha256(keyText(key)).slice(0, 16)
}
