import { leafHashes, type Sha256 } from './chain.ts'
import { fixedOf, leavesOf, type Revision } from './revision.ts'

/** A revision as it may be handed to an inspector: what is withheld or erased is there by its hash alone. */
export interface DisclosedRevision {
  previous: string
  fixed: unknown
  leaves: { [pointer: string]: { salt: string; value: unknown } }
  hashes: { [pointer: string]: string }
  hash: string
}

/** All that the revision's hash covers; fields at `withheld` (JSON pointers) by their hashes. */
export function disclose<T extends object>(
  revision: Revision<T>,
  withheld: readonly string[],
  sha256: Sha256,
): DisclosedRevision {
  const leaves = leavesOf(revision)
  const hashes = leafHashes(leaves, revision, sha256)
  const open = Object.keys(hashes).filter((pointer) => !withheld.includes(pointer))
  return {
    previous: revision.previous,
    fixed: fixedOf(revision),
    leaves: Object.fromEntries(
      open.map((pointer) => [pointer, { salt: revision.salts[pointer] ?? '', value: leaves[pointer] ?? null }]),
    ),
    hashes: {
      ...revision.erased,
      ...Object.fromEntries(Object.entries(hashes).filter(([pointer]) => withheld.includes(pointer))),
    },
    hash: revision.hash,
  }
}
