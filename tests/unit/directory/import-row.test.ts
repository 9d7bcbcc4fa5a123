import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, inRow, parentsFirst, rowKey } from '../../../functions/directory/import-row.ts'

const ring = {
  unit: async (key: string) => (key === 'known' ? 'org_known' : undefined),
  person: async (userId: string) => (userId === 'maja' ? 'per_maja' : undefined),
}

describe('a row', () => {
  it('becomes the fields of its record, keys turned into ids', async () => {
    const row = { key: 'x', parentKey: 'known', kind: 'unit', name: 'X' }
    const fields = { externalKey: 'x', parentId: 'org_known', kind: 'unit', name: 'X' }
    expect(await fieldsOf('orgUnits', row, ring)).toEqual({ fields, errors: [] })
  })

  it.each([['gone'], [7], [null]])('says which key leads nowhere: %j', async (scopeKey) => {
    const { errors } = await fieldsOf('roleAssignments', { userId: 'maja', scopeKey, role: 'dpo' }, ring)
    expect(errors).toEqual([{ pointer: '/scopeKey', code: 'dangling-reference' }])
  })

  it('of a role assignment has a key even when the feed gives none', () => {
    const row = { role: 'dpo', userId: 'maja', scopeKey: 'known', validFrom: '2026-01-01' }
    expect(rowKey('roleAssignments', row)).toBe('maja/dpo/known/2026-01-01')
    expect(rowKey('roleAssignments', { ...row, key: 'r1' })).toBe('r1')
  })

  it('is pointed at by the names it came with', () => {
    const errors = [
      { pointer: '/personId', code: 'type' },
      { pointer: '/externalKey', code: 'format' },
      { pointer: '/role', code: 'type' },
    ]
    expect(inRow('roleAssignments', errors).map(({ pointer }) => pointer)).toEqual(['/userId', '/key', '/role'])
  })
})

describe('units in any order', () => {
  it('are all kept, each once, each after the one it stands under when there is no circle', () => {
    const rows = fc
      .uniqueArray(fc.nat(20), { maxLength: 15 })
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.nat(20).map((parent) => ({ key: `u${id}`, parentKey: `u${parent}` })))),
      )
    fc.assert(
      fc.property(rows, (list) => {
        const sorted = parentsFirst(list)
        expect(sorted.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
          list.map((_row, index) => index + 1),
        )
        const place = new Map(sorted.map(({ row }, index) => [row['key'], index]))
        for (const { row } of sorted) {
          if (inCircle(row['key'] as string, list)) continue
          const parent = place.get(row['parentKey'])
          if (parent !== undefined) expect(parent).toBeLessThan(place.get(row['key']) ?? -1)
        }
      }),
    )
  })

  it('are kept when two have the same key', () => {
    expect(parentsFirst([{ key: 'a' }, { key: 'a' }])).toHaveLength(2)
  })
})

function inCircle(key: string, rows: readonly { key: string; parentKey: string }[]): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = key; at !== undefined; at = rows.find((row) => row.key === at)?.parentKey) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
