import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../../../web/notification/merge.ts'

interface Answers {
  name?: string
  volume?: string
  media?: string[]
  purposes?: { text: string }[]
}

const base: Answers = { name: 'Journal', volume: 'v1', media: ['digital'] }

describe('joining two sides of a notification', () => {
  it('takes each field from the side that changed it', () => {
    const { data, conflicts } = merge(base, { ...base, name: 'Journalen' }, { ...base, volume: 'v2' })
    expect(data).toEqual({ name: 'Journalen', volume: 'v2', media: ['digital'] })
    expect(conflicts).toEqual([])
  })

  it('keeps mine and tells of both when the same field got two answers', () => {
    const { data, conflicts } = merge(base, { ...base, name: 'Min' }, { ...base, name: 'Din' })
    expect(data.name).toBe('Min')
    expect(conflicts).toEqual([{ field: 'name', mine: 'Min', theirs: 'Din' }])
  })

  it('is no conflict when both sides gave the same answer', () => {
    const both = { ...base, name: 'Samma' }
    expect(merge(base, both, { ...both })).toEqual({ data: both, conflicts: [] })
  })

  it('joins lists of codes code by code', () => {
    const mine = { ...base, media: ['digital', 'paper'] }
    const theirs = { ...base, media: ['imageSound'] }
    expect(merge(base, mine, theirs)).toEqual({ data: { ...base, media: ['imageSound', 'paper'] }, conflicts: [] })
  })

  it('is a conflict when one side removes what the other changes', () => {
    const { name: _, ...without } = base
    const { data, conflicts } = merge<Answers>(base, without, { ...base, name: 'Din' })
    expect(data.name).toBeUndefined()
    expect(conflicts).toEqual([{ field: 'name', mine: undefined, theirs: 'Din' }])
  })

  it('never joins rows with attributes', () => {
    const mine = { ...base, purposes: [{ text: 'a' }] }
    const theirs = { ...base, purposes: [{ text: 'b' }] }
    expect(merge(base, mine, theirs).conflicts.map(({ field }) => field)).toEqual(['purposes'])
  })

  it('loses no change of either side, whatever they are', () => {
    const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined })
    const answers = fc.record({ name: value, volume: value })
    fc.assert(
      fc.property(answers, answers, answers, (was, mine, theirs) => {
        const { data, conflicts } = merge<{ name?: string; volume?: string }>(was, mine, theirs)
        for (const field of ['name', 'volume'] as const) {
          if (mine[field] !== was[field]) expect(data[field]).toBe(mine[field])
          else expect(data[field]).toBe(theirs[field])
          const apart = mine[field] !== was[field] && theirs[field] !== was[field] && mine[field] !== theirs[field]
          expect(conflicts.some((conflict) => conflict.field === field)).toBe(apart)
        }
      }),
    )
  })
})
