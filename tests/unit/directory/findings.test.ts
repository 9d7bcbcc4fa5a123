import { describe, expect, it } from 'vitest'
import { directoryFindings, type DirectoryFacts } from '../../../functions/directory/findings.ts'
import { treeOf } from '../../../functions/directory/tree.ts'

const units = [
  { id: 'region', data: { kind: 'principal', name: 'Region' } },
  {
    id: 'board',
    data: { kind: 'board', name: 'Board', parentId: 'region', dpoPersonId: 'dpo', imyDpoNotifiedAt: '2025-01-01' },
  },
  { id: 'administration', data: { kind: 'administration', name: 'Administration', parentId: 'board' } },
] as const

const from = { validFrom: '2026-01-01' }
const whole: DirectoryFacts = {
  tree: treeOf(units.map(({ id, data }) => ({ id, ...data }))),
  units,
  people: new Map([
    ['dpo', 'Ingrid'],
    ['coordinator', 'Samira'],
    ['security', 'David'],
  ]),
  assignments: [
    { role: 'dpo', personId: 'dpo', scopeOrgUnitId: 'region', ...from },
    { role: 'dpCoordinator', personId: 'coordinator', scopeOrgUnitId: 'administration', ...from },
    { role: 'isCoordinator', personId: 'security', scopeOrgUnitId: 'region', ...from },
  ],
  today: '2026-11-21',
}

function rulesOf(change: Partial<DirectoryFacts>): string[] {
  return directoryFindings({ ...whole, ...change }).map(({ rule, target }) => `${rule} ${target.id}`)
}

describe('an organisation', () => {
  it('with officers and coordinators everywhere has no findings', () => {
    expect(rulesOf({})).toEqual([])
  })

  it.each([{ dpoPersonId: undefined }, { dpoPersonId: 'left' }, { imyDpoNotifiedAt: undefined }])(
    'has a critical finding on a board with %j',
    (lack) => {
      const changed = units.map((unit) => (unit.id === 'board' ? { ...unit, data: { ...unit.data, ...lack } } : unit))
      expect(rulesOf({ units: changed })).toEqual(['GO-01 board'])
    },
  )

  it.each(['dpCoordinator', 'isCoordinator'])('has a finding on an administration without %s', (missing) => {
    expect(rulesOf({ assignments: whole.assignments.filter(({ role }) => role !== missing) })).toEqual([
      'GO-02 administration',
    ])
  })

  it('counts a role only on the days it holds, and only of people who have not ended', () => {
    const ended = whole.assignments.map((assignment) =>
      assignment.role === 'dpCoordinator' ? { ...assignment, validTo: '2026-11-20' } : assignment,
    )
    expect(rulesOf({ assignments: ended })).toEqual(['GO-02 administration'])
    const lastDay = ended.map((assignment) =>
      assignment.validTo ? { ...assignment, validTo: '2026-11-21' } : assignment,
    )
    expect(rulesOf({ assignments: lastDay })).toEqual([])
    const left = new Map([...whole.people].filter(([id]) => id !== 'security'))
    expect(rulesOf({ people: left })).toEqual(['GO-02 administration'])
  })

  it.each(['systemOwner', 'unitManager', 'itAssetManager', 'ciso', 'contractOwner'] as const)(
    'has one finding on an officer who is also %s',
    (role) => {
      const extra = { role, personId: 'dpo', scopeOrgUnitId: 'administration', ...from }
      expect(rulesOf({ assignments: [...whole.assignments, extra, extra] })).toEqual(['GO-03 dpo'])
    },
  )

  it('lets an officer be registrar too', () => {
    const extra = { role: 'registrar', personId: 'dpo', scopeOrgUnitId: 'region', ...from } as const
    expect(rulesOf({ assignments: [...whole.assignments, extra] })).toEqual([])
  })
})
