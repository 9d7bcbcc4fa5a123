import { canonical } from '../canonical.ts'

export type Sha256 = (text: string) => string

/** Each leaf's salt, or, once erased, the hash it had. */
export interface Seals {
  salts: { [pointer: string]: string }
  erased?: { [pointer: string]: string }
}

/** What is sealed one by one, so that it can be erased without breaking the proof: pointer -> value. */
export type Leaves = { [pointer: string]: unknown }

/** A fresh salt for every leaf that has a value. */
export function sealLeaves(leaves: Leaves, salt: () => string): Seals {
  const salts: Seals['salts'] = {}
  for (const pointer of Object.keys(leaves)) if (leaves[pointer] !== undefined) salts[pointer] = salt()
  return { salts }
}

/**
 * The hash of a revision: SHA-256 over the hash before it, what is never erased (`fixed`), and the hash of each leaf,
 * SHA-256(salt || pointer || canonical JSON).
 */
export function chainHash(previous: string, fixed: unknown, leaves: Leaves, seals: Seals, sha256: Sha256): string {
  return sha256(canonical({ previous, fixed, leaves: { ...seals.erased, ...leafHashes(leaves, seals, sha256) } }))
}

/** The hash of each leaf that has a salt or a value: a value put in afterwards, without a salt, counts too. */
export function leafHashes(leaves: Leaves, { salts }: Seals, sha256: Sha256): { [pointer: string]: string } {
  const hashes = Object.create(null) as { [pointer: string]: string }
  const add = (pointer: string) =>
    (hashes[pointer] = sha256((salts[pointer] ?? '') + pointer + canonical(leaves[pointer] ?? null)))
  for (const pointer of Object.keys(salts)) add(pointer)
  for (const pointer of Object.keys(leaves))
    if (leaves[pointer] !== undefined && !Object.hasOwn(salts, pointer)) add(pointer)
  return hashes
}
