import { dayOf } from '../register/core.ts'
import type { SealedStore } from '../store/store.ts'
import { collectLeaves } from './collect-leaves.ts'
import { compareLeaves, type HeadFault } from './compare-leaves.ts'
import { fingerprintOf, hashOfHead, signedBytes, type HistoryHead, type SignedHead } from './head.ts'
import type { Heads, SealedHeads } from './heads.ts'
import { packLeaves, unpackLeaves } from './leaf.ts'
import { merkleRoot } from './merkle.ts'
import type { Signer } from './signer.ts'

export interface CheckpointDeps {
  store: SealedStore
  heads: Heads
  signer: Signer
  /** RFC 3339 UTC. */
  now(): string
}

/** What a night's run did: a new head, or nothing since the day is closed already. */
export interface CheckpointReport {
  outcome: 'made' | 'closed-already'
  head: SignedHead
  faults: HeadFault[]
}

/**
 * Closes the day: reads the head of every record, every comment and the read log, holds them against the head before, signs the root over them and keeps it. A second run
 * on the same day does nothing, and nothing counts until the signed head is kept. Throws what store, signer or heads throw.
 * @param again makes a head although the day has one
 */
export async function makeCheckpoint(deps: CheckpointDeps, again = false): Promise<CheckpointReport> {
  const { store, heads, signer, now } = deps
  const at = now()
  const last = await heads.latest()
  if (last && last.day >= dayOf(at) && !again) return { outcome: 'closed-already', head: last, faults: [] }
  const leaves = await collectLeaves(store, at)
  const faults = last ? await compareLeaves(store, await leavesOf(heads, last), leaves) : []
  const publicKey = await signer.publicKey()
  const unsigned: HistoryHead = {
    format: 'forteckna-head-1',
    number: (last?.number ?? 0) + 1,
    day: dayOf(at),
    at,
    records: leaves.length,
    root: merkleRoot(leaves).toString('hex'),
    previous: last ? hashOfHead(last) : '',
    faults: faults.length,
    publicKey: Buffer.from(publicKey).toString('base64'),
    keyFingerprint: fingerprintOf(publicKey),
  }
  const signature = await signer.sign(signedBytes(unsigned))
  const head = { ...unsigned, signature: Buffer.from(signature).toString('base64') }
  if (await heads.keep(head, packLeaves(leaves))) return { outcome: 'made', head, faults }
  return { outcome: 'closed-already', head: (await heads.latest()) ?? head, faults: [] }
}

/** The leaves of a head that is kept. Throws when they are gone or do not give its root. */
export async function leavesOf(heads: SealedHeads, head: SignedHead): Promise<string[]> {
  const packed = await heads.leaves(head)
  if (!packed) throw new Error(`the leaves of head ${head.number} are gone`)
  const leaves = unpackLeaves(packed)
  if (merkleRoot(leaves).toString('hex') !== head.root)
    throw new Error(`the leaves of head ${head.number} do not give its root`)
  return leaves
}
