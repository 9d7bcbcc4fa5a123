import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { assetColumns, assetList, type AssetView } from '../../../../web/assets/list/view.ts'
import { addressOf, apiAddress, cleared, filterNamesOf, viewOf } from '../../../../web/lists/view.ts'

const parse = (address: string): AssetView =>
  viewOf(assetList, Object.fromEntries(new URL(address, 'http://x').searchParams))

describe('the address of the inventory', () => {
  it('is the plain address when nothing is chosen', () => {
    expect(addressOf(assetList, viewOf(assetList, {}))).toBe('/tillgangar')
  })

  it('keeps every choice from address to view and back', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_åäö-]{1,12}$/)
    const anyView = fc.record({
      q: fc.oneof(fc.constant(''), word),
      filters: fc.dictionary(
        fc.constantFrom(...filterNamesOf(assetList).filter((name) => assetList.filters[name] !== 'before')),
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      ),
      columns: fc
        .shuffledSubarray([...assetColumns])
        .map((columns) => (columns.includes('name') ? columns : assetList.usual)),
      show: fc.integer({ min: 1, max: 20 }).map((pages) => pages * 50),
    })
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parse(addressOf(assetList, view as AssetView))).toEqual(JSON.parse(JSON.stringify(view)))
      }),
    )
  })

  it('keeps a day to compare with, and leaves out what is none', () => {
    expect(viewOf(assetList, { supportEnded: '2026-12-31' }).filters).toEqual({ supportEnded: ['2026-12-31'] })
    expect(viewOf(assetList, { supportEnded: 'soon' }).filters).toEqual({})
  })

  it('asks the API for what the view holds, and never for its columns', () => {
    const view = viewOf(assetList, { kind: 'equipment', state: 'inOperation,storage', columns: 'number,name' })
    expect(apiAddress(assetList, view)).toBe('/api/assets?state=inOperation,storage&kind=equipment&limit=50')
  })

  it('does not read the inventory as of a day, which the API does not offer', () => {
    expect(viewOf(assetList, { asOf: '2026-03-01' })).toEqual(viewOf(assetList, {}))
  })

  it('keeps columns and order when filters are cleared', () => {
    const view = viewOf(assetList, { state: 'missing', columns: 'name,state', sort: '-name' })
    expect(cleared(assetList, view)).toEqual({ ...viewOf(assetList, {}), columns: ['name', 'state'], sort: '-name' })
  })
})
