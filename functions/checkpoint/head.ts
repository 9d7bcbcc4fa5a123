import { createHash, createPublicKey, verify } from 'node:crypto'
import { canonical } from '../register/canonical.ts'

/** What is known of the whole history at one time: one hash over the newest revisions of all records. */
export interface HistoryHead {
  format: 'forteckna-head-1'
  /** 1, 2, 3 ... */
  number: number
  /** The calendar day in Sweden that it closes. */
  day: string
  /** When it was made, RFC 3339 UTC. */
  at: string
  /** Leaves: records, their comments, closed days of the read log. */
  records: number
  /** Merkle root over all leaves, in hexadecimal. */
  root: string
  /** `hashOfHead` of the head before it; empty for the first. */
  previous: string
  /** Records of the head before it that no longer fit it. */
  faults: number
  /** Public key (SPKI, DER) in base64, and its SHA-256: what an inspector compares with the one that was published. */
  publicKey: string
  keyFingerprint: string
}

/** A head with its ECDSA P-256 signature (DER, base64) over the canonical JSON of everything else. */
export interface SignedHead extends HistoryHead {
  signature: string
}

/** What is signed. */
export function signedBytes(head: HistoryHead | SignedHead): Buffer {
  const { signature: _signature, ...rest } = head as SignedHead
  return Buffer.from(canonical(rest))
}

/** What the next head names as `previous`. */
export function hashOfHead(head: SignedHead): string {
  return createHash('sha256').update(canonical(head)).digest('hex')
}

/** SHA-256 of a public key (SPKI, DER), in hexadecimal. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex')
}

/** Whether the head's signature is by the key it names. */
export function isSigned(head: SignedHead): boolean {
  try {
    const der = Buffer.from(head.publicKey, 'base64')
    if (fingerprintOf(der) !== head.keyFingerprint) return false
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify('sha256', signedBytes(head), key, Buffer.from(head.signature, 'base64'))
  } catch {
    return false
  }
}
