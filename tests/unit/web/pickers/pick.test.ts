import { describe, expect, it } from 'vitest'
import type { Unit } from '../../../../web/directory/org-units.ts'
import { nearest, pathOf } from '../../../../web/directory/unit-path.ts'
import { nearestFirst, unitPicks } from '../../../../web/pickers/pick.ts'

function unit(id: string, name: string, kind: Unit['data']['kind'], parentId?: string): Unit {
  const data = { name, kind, ...(parentId ? { parentId } : {}) }
  const envelope = { revision: 1, state: 'active', createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' }
  return { id, kind: 'orgUnit', ...envelope, data }
}

const units = [
  unit('b', 'Hälso- och sjukvårdsnämnden', 'board'),
  unit('f', 'Sjukhusförvaltningen', 'administration', 'b'),
  unit('h', 'Hjärtmottagningen', 'unit', 'f'),
  unit('a', 'Akutmottagningen', 'unit', 'f'),
]

describe('finding a unit by typing', () => {
  it('gives the units whose name holds every word, in Swedish order, with what they belong to', () => {
    expect(unitPicks(units, units, 'mott').map(({ name, detail }) => `${name}, ${detail}`)).toEqual([
      'Akutmottagningen, Sjukhusförvaltningen',
      'Hjärtmottagningen, Sjukhusförvaltningen',
    ])
    expect(unitPicks(units, units, 'hjärt mott').map(({ id }) => id)).toEqual(['h'])
    expect(unitPicks(units, units, 'finns inte')).toEqual([])
  })

  it('knows the board that answers for a unit', () => {
    expect(nearest(units, 'h', 'board', 'company')?.id).toBe('b')
    expect(pathOf(units, 'h').map(({ id }) => id)).toEqual(['h', 'f', 'b'])
    expect(nearest(units, undefined, 'board')).toBeUndefined()
  })

  it('puts names that begin with what was typed first', () => {
    const picks = ['Nadja Persson', 'Per Åkesson'].map((name) => ({ id: name, name }))
    expect(nearestFirst(picks, 'per').map(({ name }) => name)).toEqual(['Per Åkesson', 'Nadja Persson'])
  })
})
