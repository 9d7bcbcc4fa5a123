import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMatcher, similarFrom, similarity } from '../../../functions/processing/similar.ts'
import { fold } from '../../../functions/processing/word.ts'
import { alike, unlike } from './similar-pairs.ts'

describe('similar records', () => {
  it.each(alike)('%s is like %s', (one, other) => {
    expect(similarity({ name: one }, { name: other })).toBeGreaterThanOrEqual(similarFrom)
  })

  it.each(unlike)('%s is not like %s', (one, other) => {
    expect(similarity({ name: one }, { name: other })).toBeLessThan(similarFrom)
  })

  it('has at least twenty pairs of each sort', () => {
    expect(alike.length).toBeGreaterThanOrEqual(20)
    expect(unlike.length).toBeGreaterThanOrEqual(20)
  })

  it('knows equal purposes under other names', () => {
    const purpose = 'Påminna patienter om bokade återbesök så att färre tider står outnyttjade'
    expect(similarity({ name: 'Utskick', purpose }, { name: 'Kallelser', purpose })).toBeGreaterThanOrEqual(similarFrom)
    expect(similarity({ name: 'Utskick', purpose: 'Vård' }, { name: 'Kallelser', purpose: 'Vård' })).toBeLessThan(
      similarFrom,
    )
  })

  it('is the same both ways, 1 for itself and within 0 to 1', () => {
    const names = fc.constantFrom(...[...alike, ...unlike].flat())
    fc.assert(
      fc.property(names, names, (one, other) => {
        const score = similarity({ name: one }, { name: other })
        expect(score).toBeCloseTo(similarity({ name: other }, { name: one }), 10)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(similarity({ name: one }, { name: one })).toBeCloseTo(1, 10)
      }),
    )
  })

  it('finds nothing like an empty name', () => {
    expect(similarity({}, { name: 'Journal' })).toBe(0)
    expect(similarity({ name: '' }, { name: '' })).toBe(0)
    expect(createMatcher({ name: 'och i' })({ name: 'och i' })).toBe(0)
  })

  it.each([
    ['mottagningens', 'mottagning'],
    ['mottagningarna', 'mottagning'],
    ['journaler', 'journal'],
    ['journalen', 'journal'],
    ['2026', '2026'],
    ['barn', 'barn'],
  ])('folds %s to %s', (word, stem) => {
    expect(fold(word)).toBe(stem)
  })
})
