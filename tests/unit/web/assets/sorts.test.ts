import { describe, expect, it } from 'vitest'
import { assetKinds } from '../../../../functions/assets/asset-kinds.ts'
import { sortsOf, withKnownSort } from '../../../../web/assets/list/sorts.ts'
import { assetList } from '../../../../web/assets/list/view.ts'
import { viewOf } from '../../../../web/lists/view.ts'

describe('the order of the inventory', () => {
  it.each(assetKinds.map((kind) => [kind.name, kind] as const))('is one that the API has (%s)', (name, kind) => {
    expect(sortsOf(name).filter((sort) => !kind.sorts.includes(sort))).toEqual([])
    expect(sortsOf(name)).toContain('number')
  })

  it('is by name when all kinds are shown together', () => {
    expect(sortsOf(undefined)).toEqual([])
    expect(withKnownSort(viewOf(assetList, { sort: '-number' })).sort).toBeUndefined()
  })

  it('is dropped when another kind lacks the field', () => {
    const view = viewOf(assetList, { kind: 'application', sort: 'serialNumber' })
    expect(withKnownSort(view).sort).toBeUndefined()
    expect(withKnownSort({ ...view, filters: { kind: ['equipment'] } }).sort).toBe('serialNumber')
  })
})
