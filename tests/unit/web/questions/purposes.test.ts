import { describe, expect, it } from 'vitest'
import { basesAgree, basesOf, newPurpose, withBases } from '../../../../web/questions/purposes.ts'

const care = { text: 'Vård', legalBases: [{ basis: 'e' }] }
const books = { text: 'Bokföring', legalBases: [{ basis: 'c' }] }

describe('legal bases of several purposes', () => {
  it('agree when all purposes have the same', () => {
    expect(basesAgree([care, { text: 'Uppföljning', legalBases: [{ basis: 'e' }] }])).toBe(true)
    expect(basesAgree([care, books])).toBe(false)
    expect(basesAgree([])).toBe(true)
  })

  it('are given to all purposes at once, or to one', () => {
    const bases = [{ basis: 'a' }]
    expect(withBases([care, books], 'all', bases).map((purpose) => purpose.legalBases)).toEqual([bases, bases])
    expect(withBases([care, books], 1, bases)).toEqual([care, { text: 'Bokföring', legalBases: bases }])
  })

  it('may be answered before any purpose is written', () => {
    expect(withBases([], 'all', [{ basis: 'e' }])).toEqual([{ legalBases: [{ basis: 'e' }] }])
  })

  it('go away whole when none is chosen', () => {
    expect(withBases([care], 'all', [])).toEqual([{ text: 'Vård' }])
  })

  it('keep variant and support when another basis is added', () => {
    const before = [{ basis: 'e', variant: 'publicInterest' as const, support: [{ act: 'Hälso- och sjukvårdslagen' }] }]
    expect(basesOf(['c', 'e'], before)).toEqual([{ basis: 'c' }, before[0]])
  })

  it('are those of the others for a further purpose, unless they differ already', () => {
    expect(newPurpose([care])).toEqual({ legalBases: [{ basis: 'e' }] })
    expect(newPurpose([care, books])).toEqual({})
    expect(newPurpose([])).toEqual({})
  })
})
