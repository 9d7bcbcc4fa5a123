import { createHash } from 'node:crypto'

const leafMark = Buffer.from([0])
const nodeMark = Buffer.from([1])

/** The hash of a leaf (RFC 9162, 2.1.1): SHA-256 over a zero byte and its text. */
export function leafHash(text: string): Buffer {
  return createHash('sha256').update(leafMark).update(text).digest()
}

/** The root of the Merkle tree over these leaves in their order (RFC 9162, 2.1.1), in memory of one hash a level. */
export function merkleRoot(leaves: Iterable<string>): Buffer {
  const whole: { size: number; hash: Buffer }[] = []
  for (const leaf of leaves) {
    let subtree = { size: 1, hash: leafHash(leaf) }
    while (whole.at(-1)?.size === subtree.size) {
      const left = whole.pop() as { size: number; hash: Buffer }
      subtree = { size: left.size * 2, hash: nodeHash(left.hash, subtree.hash) }
    }
    whole.push(subtree)
  }
  const root = whole.reduceRight<Buffer | undefined>(
    (right, { hash }) => (right ? nodeHash(hash, right) : hash),
    undefined,
  )
  return root ?? createHash('sha256').digest()
}

/** The hashes that lead from the leaf at `index` to the root, nearest first (RFC 9162, 2.1.3.1). */
export function merklePath(leaves: readonly string[], index: number): Buffer[] {
  const size = leaves.length
  if (size <= 1) return []
  const split = 2 ** Math.ceil(Math.log2(size) - 1)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...merklePath(left, index), merkleRoot(right)]
    : [...merklePath(right, index - split), merkleRoot(left)]
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(nodeMark).update(left).update(right).digest()
}
