import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Revision } from '../../../../web/api/record.ts'
import { entryOf, firstPair, foldHistory } from '../../../../web/record/fold.ts'

const save = (revision: number, at: string, extra: Partial<Revision> = {}): Revision => ({
  revision,
  state: 'draft',
  at: `2026-11-21T${at}:00Z`,
  by: 'per_elias',
  changed: ['/name'],
  hash: '',
  ...extra,
})

describe('folding a history', () => {
  it('makes saves by one person within an hour one entry', () => {
    const entries = foldHistory([
      save(3, '09:50', { changed: ['/purposes'] }),
      save(2, '09:20'),
      save(1, '09:00', { comment: 'Började' }),
    ])
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ first: 1, last: 3, comment: 'Började', changed: ['/purposes', '/name'] })
  })

  it('keeps apart what another person, another state or another hour wrote', () => {
    expect(foldHistory([save(2, '09:10', { by: 'per_bo' }), save(1, '09:00')])).toHaveLength(2)
    expect(foldHistory([save(2, '09:10', { state: 'returned' }), save(1, '09:00')])).toHaveLength(2)
    expect(foldHistory([save(2, '10:01'), save(1, '09:00')])).toHaveLength(2)
  })

  it('lets every transition stand by itself', () => {
    const entries = foldHistory([save(3, '09:20', { transition: 'submit' }), save(2, '09:10'), save(1, '09:00')])
    expect(entries.map((entry) => [entry.first, entry.last])).toEqual([
      [3, 3],
      [1, 2],
    ])
  })

  it('holds each revision in exactly one entry', () => {
    const anyHistory = fc
      .array(
        fc.record({ by: fc.constantFrom('a', 'b'), transition: fc.option(fc.constant('submit'), { nil: undefined }) }),
        {
          minLength: 1,
          maxLength: 30,
        },
      )
      .map((rows) => rows.map((row, i) => save(rows.length - i, '09:00', row)))
    fc.assert(
      fc.property(anyHistory, (revisions) => {
        const entries = foldHistory(revisions)
        expect(entries.reduce((sum, entry) => sum + entry.last - entry.first + 1, 0)).toBe(revisions.length)
        for (const { revision } of revisions) expect(entryOf(entries, revision)).toBeDefined()
      }),
    )
  })

  it('opens on the latest change of an answer', () => {
    const isAnswer = (pointer: string): boolean => pointer !== '/registeredAt'
    const registered = { transition: 'register', changed: ['/registeredAt'] }
    const entries = foldHistory([
      save(4, '14:00', registered),
      save(3, '12:00', { changed: ['/purposes'] }),
      save(2, '10:00', registered),
      save(1, '08:00'),
    ])
    expect(firstPair(entries, isAnswer)).toEqual({ from: 2, to: 4 })
    expect(firstPair(foldHistory([save(2, '14:00', registered), save(1, '08:00')]), isAnswer)).toEqual({
      from: 1,
      to: 2,
    })
    expect(firstPair(foldHistory([save(1, '09:00')]), isAnswer)).toBeUndefined()
  })
})
