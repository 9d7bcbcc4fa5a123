import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareKeys, endOfPrefix } from '../../../functions/store/span.ts'

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'ö', '\ud7ff', '\ue000', '😀', '\u{10ffff}'), fc.string()),
})
const wellFormed = text.filter((value) => value.isWellFormed())

it('orders as the bytes of UTF-8 do', () => {
  expect(['😀', '\uffff', 'ö', 'z', 'å', ''].toSorted(compareKeys)).toEqual(['', 'z', 'å', 'ö', '\uffff', '😀'])
})

it('ends a prefix above everything that begins so and at or below everything that comes after', () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, (prefix, other) => {
      const end = endOfPrefix(prefix) ?? ''
      fc.pre(end !== '')
      const above = compareKeys(other, prefix) > 0 && !other.startsWith(prefix)
      expect(compareKeys(prefix + other, end)).toBe(-1)
      expect(!above || compareKeys(other, end) >= 0).toBe(true)
    }),
  )
})

it('skips the surrogates, which are no characters', () => {
  expect(endOfPrefix('a\ud7ff')).toBe('a\ue000')
  expect(endOfPrefix('a\u{10ffff}')).toBe('b')
  expect(endOfPrefix('\u{10ffff}')).toBeUndefined()
})
