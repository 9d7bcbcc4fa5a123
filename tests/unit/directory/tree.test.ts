import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest, treeOf } from '../../../functions/directory/tree.ts'
import type { OrgNode } from '../../../functions/register/actor.ts'

const nodes: readonly OrgNode[] = [
  { id: 'unit', parentId: 'administration', kind: 'unit', name: 'Unit' },
  { id: 'principal', kind: 'principal', name: 'Principal' },
  { id: 'administration', parentId: 'board', kind: 'administration', name: 'Administration' },
  { id: 'board', parentId: 'principal', kind: 'board', name: 'Board' },
  { id: 'other', parentId: 'board', kind: 'administration', name: 'Other' },
]

describe('the tree', () => {
  const tree = treeOf(nodes)

  it('tells the way up from the unit itself to the root', () => {
    expect(tree.path('unit')).toEqual(['unit', 'administration', 'board', 'principal'])
    expect(tree.path('principal')).toEqual(['principal'])
  })

  it('tells what stands below, the unit itself first', () => {
    expect(tree.below('board')).toEqual(['board', 'administration', 'other', 'unit'])
    expect(tree.below('unit')).toEqual(['unit'])
  })

  it('knows nothing of a unit that is not in it', () => {
    expect(tree.node('none')).toBeUndefined()
    expect(tree.path('none')).toEqual([])
    expect(tree.below('none')).toEqual([])
  })

  it('takes a unit with an unknown parent for a root', () => {
    const torn = treeOf([{ id: 'a', parentId: 'gone', kind: 'unit', name: 'A' }])
    expect(torn.path('a')).toEqual(['a'])
    expect(torn.below('a')).toEqual(['a'])
  })

  it('finds the nearest unit of a kind, the unit itself included', () => {
    expect(nearest(tree, 'unit', ['board'])?.id).toBe('board')
    expect(nearest(tree, 'unit', ['unit', 'board'])?.id).toBe('unit')
    expect(nearest(tree, 'unit', ['company'])).toBeUndefined()
    expect(nearest(tree, undefined, ['board'])).toBeUndefined()
  })
})

describe('any set of units, circles included', () => {
  const anyNodes = fc.array(fc.option(fc.nat(12), { nil: undefined }), { maxLength: 12 }).map((parents) =>
    parents.map((parent, index): OrgNode => ({
      id: `u${index}`,
      kind: 'unit',
      name: `Unit ${index}`,
      ...(parent !== undefined && { parentId: `u${parent}` }),
    })),
  )

  it('has ways that end, and a unit is below exactly those that are on its way up', () => {
    fc.assert(
      fc.property(anyNodes, (units) => {
        const tree = treeOf(units)
        for (const { id } of units) {
          const path = tree.path(id)
          expect(new Set(path).size).toBe(path.length)
          expect(path[0]).toBe(id)
          for (const above of path) expect(tree.below(above)).toContain(id)
          for (const below of tree.below(id)) expect(tree.path(below)).toContain(id)
        }
      }),
    )
  })
})
