import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, sameJson } from '../../../functions/register/canonical.ts'
import { changedFields, diffFields } from '../../../functions/register/read/diff.ts'
import { chainHash, sealLeaves } from '../../../functions/register/seal/chain.ts'
import { sha256 } from './library.ts'

/** The same value with the members of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, shuffled(inner)] as const)
      .toReversed(),
  )
}

describe('canonical JSON', () => {
  it('is the same whatever the order of members, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        expect(canonical(shuffled(plain))).toBe(canonical(plain))
        expect(JSON.parse(canonical(plain))).toEqual(plain)
      }),
    )
  })

  it('differs for different values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [left, right] = [a, b].map((value) => JSON.parse(JSON.stringify(value)) as unknown)
        expect(sameJson(left, right)).toBe(canonical(left) === canonical(right))
      }),
    )
  })

  it('has no white space, sorts by code units and leaves out what is absent', () => {
    expect(canonical({ å: 1, b: [undefined, { z: null, a: -0 }], a: undefined, A: 'x\n\ud800' })).toBe(
      '{"A":"x\\n\\ud800","b":[null,{"a":0,"z":null}],"å":1}',
    )
  })

  it.each([[Number.NaN], [Infinity], [undefined], [() => 1], [1n], [Symbol('x')]])('refuses %s', (value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })

  it('takes something absent for another thing than null', () => {
    expect([sameJson(undefined, null), sameJson(null, undefined), sameJson(undefined, undefined)]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('a difference', () => {
  it('has each top-level field that is not the same, sorted', () => {
    const before = { b: 1, a: { x: 1, y: 2 }, c: [1] }
    const after = { a: { y: 2, x: 1 }, c: [2], d: 'new' }
    expect(diffFields(before, after)).toEqual([
      { pointer: '/b', from: 1 },
      { pointer: '/c', from: [1], to: [2] },
      { pointer: '/d', to: 'new' },
    ])
    expect(changedFields(before, after)).toEqual(['/b', '/c', '/d'])
  })
})

describe('the hash of a revision', () => {
  let salts = 0
  const leaves = { '/a': 'text', '/b': [1, 2], '/c': undefined }
  const seals = sealLeaves(leaves, () => `salt${salts++}`)
  const hash = chainHash('previous', { revision: 1 }, leaves, seals, sha256)

  it('salts each leaf that has a value', () => {
    expect(seals).toEqual({ salts: { '/a': 'salt0', '/b': 'salt1' } })
  })

  it.each<[string, Parameters<typeof chainHash>]>([
    ['the hash before', ['other', { revision: 1 }, leaves, seals, sha256]],
    ['what is never erased', ['previous', { revision: 2 }, leaves, seals, sha256]],
    ['a value', ['previous', { revision: 1 }, { ...leaves, '/a': 'texT' }, seals, sha256]],
    ['a value taken away', ['previous', { revision: 1 }, { '/a': 'text' }, seals, sha256]],
    ['a value put in without a salt', ['previous', { revision: 1 }, { ...leaves, '/c': 0 }, seals, sha256]],
    ['a salt', ['previous', { revision: 1 }, leaves, { salts: { ...seals.salts, '/a': 'pepper' } }, sha256]],
  ])('depends on %s', (_what, changed) => {
    expect(chainHash(...changed)).not.toBe(hash)
  })

  it('outlives the erasure of a leaf, but not a new value in its place', () => {
    const salt = seals.salts['/a'] as string
    const erased = { salts: { '/b': seals.salts['/b'] as string }, erased: { '/a': sha256(`${salt}/a"text"`) } }
    expect(chainHash('previous', { revision: 1 }, { '/b': [1, 2] }, erased, sha256)).toBe(hash)
    expect(chainHash('previous', { revision: 1 }, { '/a': 'text', '/b': [1, 2] }, erased, sha256)).not.toBe(hash)
  })
})
