import { describe, expect, it } from 'vitest'
import { orgUnit } from '../../../functions/directory/org-unit.ts'
import { person } from '../../../functions/directory/person.ts'
import { roleAssignment } from '../../../functions/directory/role-assignment.ts'
import { treeOf } from '../../../functions/directory/tree.ts'
import type { Actor } from '../../../functions/register/actor.ts'
import type { FieldError } from '../../../functions/register/errors.ts'
import type { Kind } from '../../../functions/register/kind.ts'

const context = { now: '2026-11-21T12:00:00.000Z', today: '2026-11-21' }
const tree = treeOf([
  { id: 'region', kind: 'principal', name: 'Region' },
  { id: 'board', parentId: 'region', kind: 'board', name: 'Board' },
  { id: 'administration', parentId: 'board', kind: 'administration', name: 'Administration' },
  { id: 'municipality', kind: 'principal', name: 'Municipality' },
])
const admin: Actor = {
  personId: 'per_admin',
  language: 'sv',
  grants: [{ role: 'platformAdmin', scopeOrgUnitId: 'region' }],
  tree,
}
const nobody: Actor = { ...admin, personId: 'per_nobody', grants: [] }

function refusals<T extends object>(kind: Kind<T>, data: T, before?: T): FieldError[] {
  return kind.check?.(data, context, { id: 'self', actor: admin, before }) ?? []
}

describe('an org unit', () => {
  it.each([
    ['a name', { kind: 'unit' }],
    ['a name without blanks around it', { kind: 'unit', name: ' Eken ' }],
    ['a kind of unit we know', { kind: 'team', name: 'Eken' }],
    ['a number of staff that can be', { kind: 'unit', name: 'Eken', staffCount: -1 }],
    ['a baseline of copies in whole periods', { kind: 'principal', name: 'R', backupBaseline: { interval: 'ofta' } }],
    ['a date that exists', { kind: 'unit', name: 'Eken', reorganisedAt: '2026-02-30' }],
  ])('needs %s', (_what, data) => {
    expect(orgUnit.schema.safeParse(data).success).toBe(false)
  })

  it('that is an administration stands under a board and nothing else', () => {
    const data = { kind: 'administration', name: 'Förvaltning' } as const
    expect(refusals(orgUnit, data)).toEqual([{ pointer: '/parentId', code: 'parent-board' }])
    expect(refusals(orgUnit, { ...data, parentId: 'region' })).toHaveLength(1)
    expect(refusals(orgUnit, { ...data, parentId: 'board' })).toEqual([])
  })

  it('has an organisation number whose check digit is right', () => {
    const data = { kind: 'unit', name: 'Eken', parentId: 'board' } as const
    expect(refusals(orgUnit, { ...data, orgNumber: '999900-0004' })).toEqual([])
    expect(refusals(orgUnit, { ...data, orgNumber: '999900-0003' })).toEqual([
      { pointer: '/orgNumber', code: 'format' },
    ])
  })

  it('is made within the part that the administrator keeps, or as a new root', () => {
    const data = { kind: 'unit', name: 'Eken' } as const
    expect(orgUnit.policy.create(admin, { ...data, parentId: 'board' })).toBe(true)
    expect(orgUnit.policy.create(admin, { ...data, parentId: 'municipality' })).toBe(false)
    expect(orgUnit.policy.create(admin, data)).toBe(true)
    expect(orgUnit.policy.create(nobody, data)).toBe(false)
    expect(orgUnit.policy.create(nobody, { ...data, parentId: 'board' })).toBe(false)
  })
})

describe('a person', () => {
  const data = { userId: 'maja', displayName: 'Maja Lindkvist' }

  it.each(['', ' ', 'a b', '-a', 'å', 'a'.repeat(101), '../x', 'a#b'])('is not called %j', (userId) => {
    expect(person.schema.safeParse({ ...data, userId }).success).toBe(false)
  })

  it('may lack an HSA-id, but has a true one', () => {
    expect(person.schema.safeParse(data).success).toBe(true)
    expect(person.schema.safeParse({ ...data, hsaId: 'SE9999000004-MAJA' }).success).toBe(true)
    expect(person.schema.safeParse({ ...data, hsaId: 'SE99-MAJA' }).success).toBe(false)
  })

  it('is unique by user id in any case and by HSA-id', () => {
    const record = { data: { ...data, userId: 'Maja', hsaId: 'SE9999000004-MAJA' } }
    expect(person.unique(record as never)).toEqual([
      { scope: 'userId', value: 'maja' },
      { scope: 'personHsaId', value: 'SE9999000004-MAJA' },
    ])
  })
})

describe('a role assignment', () => {
  const data = { role: 'dpo', personId: 'per_x', scopeOrgUnitId: 'board', validFrom: '2026-01-01' } as const

  it('may end on the day it begins, not before', () => {
    expect(refusals(roleAssignment, { ...data, validTo: '2026-01-01' })).toEqual([])
    expect(refusals(roleAssignment, { ...data, validTo: '2025-12-31' })).toEqual([
      { pointer: '/validTo', code: 'end-before-start' },
    ])
  })

  it('stays with its person, role, scope and first day', () => {
    expect(refusals(roleAssignment, { ...data, personId: 'per_admin' }, data)).toEqual([
      { pointer: '/personId', code: 'fixed' },
    ])
    expect(refusals(roleAssignment, { ...data, validTo: '2026-12-31' }, data)).toEqual([])
  })

  it('is never the administrator’s own', () => {
    expect(roleAssignment.policy.create(admin, data)).toBe(true)
    expect(roleAssignment.policy.create(admin, { ...data, personId: 'per_admin' })).toBe(false)
    expect(roleAssignment.policy.create(admin, { ...data, scopeOrgUnitId: 'municipality' })).toBe(false)
  })

  it('is no role that everybody or nobody has', () => {
    for (const role of ['initiator', 'public', 'king']) {
      expect(roleAssignment.schema.safeParse({ ...data, role }).success).toBe(false)
    }
  })
})
