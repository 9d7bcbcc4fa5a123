import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { leafHash, merklePath, merkleRoot } from '../../../functions/checkpoint/merkle.ts'

const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.from([1]), left, right)

/** The definition of RFC 9162, 2.1.1, word by word. */
function defined(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha256('')
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0] as string)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return node(defined(leaves.slice(0, split)), defined(leaves.slice(split)))
}

const texts = (count: number): string[] => Array.from({ length: count }, (_, at) => `leaf ${at}`)

describe('the Merkle tree', () => {
  it('has the root that the standard defines, at any size', () => {
    for (let size = 0; size <= 70; size++) expect(merkleRoot(texts(size))).toEqual(defined(texts(size)))
  })

  it('has the root that the standard names for no leaf at all', () => {
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('leads from every leaf to the root', () => {
    for (const size of [1, 2, 3, 7, 8, 9, 33]) {
      for (let index = 0; index < size; index++) {
        const path = merklePath(texts(size), index)
        expect(climbed(leafHash(`leaf ${index}`), index, size, path)).toEqual(defined(texts(size)))
      }
    }
  })
})

/** From a leaf to the root of a tree of this size, by the same splits as the definition. */
function climbed(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer {
  if (size === 1) return leaf
  const [rest, sibling] = [path.slice(0, -1), path.at(-1) as Buffer]
  let split = 1
  while (split * 2 < size) split *= 2
  return index < split
    ? node(climbed(leaf, index, split, rest), sibling)
    : node(sibling, climbed(leaf, index - split, size - split, rest))
}
