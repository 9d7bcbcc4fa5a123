import { describe, expect, it } from 'vitest'
import { foldAccents, sortKey } from '../../../functions/register/sort-key.ts'

describe('sortKey', () => {
  it('puts å, ä and ö after z in that order, whatever the case and the way of writing them', () => {
    const names = ['Öl', 'Zon', 'ärende', 'A\u030akra', 'Ål', 'beta', 'ALFA', 'Éa', 'Eb']
    const sorted = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    expect(sorted).toEqual(['ALFA', 'beta', 'Éa', 'Eb', 'Zon', 'A\u030akra', 'Ål', 'ärende', 'Öl'])
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
