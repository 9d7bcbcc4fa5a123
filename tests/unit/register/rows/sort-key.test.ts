import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldAccents, sortKey } from '../../../../functions/register/rows/sort-key.ts'

describe('sortKey', () => {
  it('puts å, ä and ö after z in that order, whatever the case and the way of writing them', () => {
    const names = ['Öl', 'Zon', 'ärende', 'A\u030akra', 'Ål', 'beta', 'ALFA', 'Éa', 'Eb']
    const sorted = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    expect(sorted).toEqual(['ALFA', 'beta', 'Éa', 'Eb', 'Zon', 'A\u030akra', 'Ål', 'ärende', 'Öl'])
  })

  it('orders words of Latin letters as a Swedish index does', () => {
    const letters = Array.from({ length: 0x180 - 0x30 }, (_, at) => String.fromCharCode(0x30 + at))
    const known = letters.filter(
      (letter) => /[\p{L}\p{N}]/u.test(letter) && !'ªº²³¹¼½¾ıĸŉŊŋŦŧŁłĦħſĿŀĲĳ'.includes(letter),
    )
    const { compare } = new Intl.Collator('sv', { sensitivity: 'base' })
    const word = fc.string({ unit: fc.constantFrom(...known), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [left, right] = [sortKey(a), sortKey(b)]
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(Math.sign(compare(a, b)))
      }),
      { numRuns: 5000 },
    )
  })

  it('keeps letters and digits and makes one dash of everything between', () => {
    expect(sortKey('  "Vård" -- 2026 (ny)!')).toBe('v{rd-2026-ny')
    expect(sortKey('')).toBe('')
    expect(sortKey('😀')).toBe('')
  })

  it('is well-formed and orders by bytes as by characters, however odd the name', () => {
    const names = ['a\ud800', '𝒜'.repeat(80), 'x'.repeat(119) + '😀', '\u{10ffff}b', '\uffdcz', '𐌰']
    const keys = names.map(sortKey)
    expect(keys.every((key) => key.isWellFormed())).toBe(true)
    const byBytes = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(keys.toSorted()).toEqual(byBytes)
  })
})

describe('foldAccents', () => {
  it('takes ligatures and letters of other forms apart, as text copied from a PDF has them', () => {
    expect(foldAccents('Identiﬁering av Ａ')).toBe('identifiering av a')
    expect(foldAccents('Crème Brûlée på Ön')).toBe('creme brulee på ön')
  })
})
