import type { Head, RecordOf } from '../record.ts'
import { chainHash, sealLeaves, type Leaves, type Seals, type Sha256 } from './chain.ts'

/** Who changed what and why; written with the revision, in the same commit. */
export interface Change {
  at: string
  by: string
  transition?: string
  comment?: string
  editorial?: boolean
  /** JSON pointers of the top-level fields that differ from the revision before. */
  changed: string[]
}

/** A revision as it is stored: a whole copy of the record, its change, and its place in the chain. */
export interface Revision<T> extends Seals {
  head: Head
  data: T
  change: Change
  /** Names that linked records had when this was saved, for search. */
  names?: { [id: string]: string }
  previous: string
  hash: string
}

/** Seals a record as the revision after `previous` (the hash before it, empty for the first). */
export function sealRevision<T extends object>(
  record: RecordOf<T>,
  change: Change,
  previous: string,
  seal: { salt: () => string; sha256: Sha256 },
): Revision<T> {
  const { data, names, ...head } = record
  const unsealed = { head, data, change, ...(names && { names }), previous }
  const leaves = leavesOf(unsealed)
  const seals = sealLeaves(leaves, seal.salt)
  return { ...unsealed, ...seals, hash: chainHash(previous, fixedOf(unsealed), leaves, seals, seal.sha256) }
}

/** The hash that the stored content gives; differs from `hash` when a byte was changed. */
export function recomputedHash<T extends object>(revision: Revision<T>, sha256: Sha256): string {
  return chainHash(revision.previous, fixedOf(revision), leavesOf(revision), revision, sha256)
}

/** The record as it was at a revision. */
export function recordAt<T>(revision: Revision<T>): RecordOf<T> {
  return { ...revision.head, data: revision.data, ...(revision.names && { names: revision.names }) }
}

type Unsealed<T> = Pick<Revision<T>, 'head' | 'data' | 'change' | 'names'>

/** What of a revision can be erased, by JSON pointer. */
export function leavesOf<T extends object>({ head, data, change, names }: Unsealed<T>): Leaves {
  const leaves: Leaves = {}
  for (const field of Object.keys(data)) leaves[pointerOf(field)] = (data as { [field: string]: unknown })[field]
  leaves['/proposed'] = head.proposed
  leaves['/remarks'] = head.remarks
  leaves['/comment'] = change.comment
  leaves['/names'] = names
  return leaves
}

const pointers = new Map<string, string>()
const pointersMost = 1000

/** Fields are few and come again with every record: the same string each time is found in an object at once. */
function pointerOf(field: string): string {
  const known = pointers.get(field)
  if (known !== undefined) return known
  const made = `/data/${field}`
  if (pointers.size < pointersMost) pointers.set(field, made)
  return made
}

/** What of a revision is never erased. */
export function fixedOf<T>({ head, change }: Unsealed<T>): unknown {
  const { proposed: _proposed, remarks: _remarks, ...kept } = head
  const { comment: _comment, ...rest } = change
  return { head: kept, change: rest }
}
