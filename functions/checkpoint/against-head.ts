import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Store } from '../store/store.ts'
import { collectLeaves } from './collect-leaves.ts'
import { compareLeaves } from './compare-leaves.ts'
import { fingerprintOf, hashOfHead, isSigned, type SignedHead } from './head.ts'
import { headName, leavesName } from './heads.ts'
import { unpackLeaves } from './leaf.ts'
import { merkleRoot } from './merkle.ts'

/**
 * Everything in a store that does not fit an exported head, each in one line that says where. The head's leaves stand beside its file or
 * in the folder `leaves` next to its own; so do the heads before it, whose chain is followed as far as it is there.
 * @param trustedKey PEM of the key that heads must be signed with
 */
export async function faultsAgainstHead(store: Store, file: string, trustedKey?: string): Promise<string[]> {
  const head = readHead(file)
  const faults = [...signatureFaults(head, trustedKey), ...chainFaults(file, head)]
  const packed = leavesBeside(file, head)
  if (!packed) return [...faults, `leaves-missing: ${leavesName(head)} is not beside ${file}`]
  const leaves = readLeaves(packed)
  if (!leaves || leaves.length !== head.records || merkleRoot(leaves).toString('hex') !== head.root)
    return [...faults, `leaves-differ: ${leavesName(head)} does not give the root of head ${head.number}`]
  const found = await compareLeaves(store, leaves, await collectLeaves(store, head.at))
  return [...faults, ...found.map(({ problem, record, revision }) => `${problem}: ${record} revision ${revision}`)]
}

/** Throws when the file is no head. */
function readHead(file: string): SignedHead {
  const head = JSON.parse(readFileSync(file, 'utf8')) as SignedHead
  if (head.format !== 'forteckna-head-1') throw new Error(`${file} is no head of a history.`)
  return head
}

function signatureFaults(head: SignedHead, trustedKey: string | undefined): string[] {
  const trusted =
    trustedKey === undefined ||
    fingerprintOf(createPublicKey(trustedKey).export({ format: 'der', type: 'spki' })) === head.keyFingerprint
  return [
    ...(isSigned(head) ? [] : [`signature-false: head ${head.number}`]),
    ...(trusted ? [] : [`key-unknown: head ${head.number} is signed with ${head.keyFingerprint}`]),
  ]
}

/** Follows `previous` from head to head, as long as the one before lies in the same folder. */
function chainFaults(file: string, head: SignedHead): string[] {
  const before = join(dirname(file), headName(head.number - 1))
  if (basename(file) !== headName(head.number) || !existsSync(before)) return []
  const earlier = readHead(before)
  const faults = [
    ...(hashOfHead(earlier) === head.previous ? [] : [`heads-broken: head ${head.number} does not follow ${before}`]),
    ...(isSigned(earlier) ? [] : [`signature-false: head ${earlier.number}`]),
  ]
  return [...faults, ...chainFaults(before, earlier)]
}

function leavesBeside(file: string, head: SignedHead): Uint8Array | undefined {
  const places = [dirname(file), join(dirname(file), '..', 'leaves')].map((folder) => join(folder, leavesName(head)))
  const place = places.find((candidate) => existsSync(candidate))
  return place === undefined ? undefined : readFileSync(place)
}

function readLeaves(packed: Uint8Array): string[] | undefined {
  try {
    return unpackLeaves(packed)
  } catch {
    return undefined
  }
}
