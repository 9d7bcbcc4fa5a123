import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  addressOf,
  apiAddress,
  columnNames,
  defaultColumns,
  filterNames,
  viewOf,
  type View,
} from '../../../../web/register/view.ts'
import { isNarrowed, pageSize, withFilter } from '../../../../web/lists/view.ts'

const parse = (address: string): View => viewOf(Object.fromEntries(new URL(address, 'http://x').searchParams))

describe('the view in the address bar', () => {
  it('is the plain address when nothing is chosen', () => {
    expect(addressOf(viewOf({}))).toBe('/registret')
  })

  it('keeps every choice from address to view and back', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_åäö]{1,12}$/)
    const anyView = fc.record({
      q: fc.oneof(fc.constant(''), word),
      filters: fc.dictionary(
        fc.constantFrom(...filterNames.filter((name) => name !== 'dueBefore')),
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      ),
      columns: fc
        .shuffledSubarray([...columnNames])
        .map((columns) => (columns.includes('name') ? columns : defaultColumns)),
      asOf: fc.option(fc.constant('2026-03-01'), { nil: undefined }),
      show: fc.integer({ min: 1, max: 20 }).map((pages) => pages * pageSize),
    })
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parse(addressOf(view as View))).toEqual(JSON.parse(JSON.stringify(view)))
      }),
    )
  })

  it('leaves out what it does not know', () => {
    expect(viewOf({ dueBefore: '2026-99-99', asOf: '2026-02-31' })).toEqual(viewOf({}))
    expect(viewOf({ colour: 'red', asOf: 'yesterday', show: 'many', columns: 'number,price' })).toEqual(viewOf({}))
  })

  it('never shows fewer than one page or more than a thousand rows', () => {
    expect(viewOf({ show: '-5' }).show).toBe(50)
    expect(viewOf({ show: '75' }).show).toBe(100)
    expect(viewOf({ show: '1e9' }).show).toBe(1000)
  })

  it('drops the order while searching, since the best match comes first', () => {
    expect(viewOf({ q: 'journal', sort: '-name' }).sort).toBeUndefined()
    expect(apiAddress({ ...viewOf({ sort: 'name' }), q: 'journal' })).toBe('/api/activities?q=journal&limit=50')
  })

  it('asks the API for one page at a time', () => {
    const view = viewOf({ state: 'registered,revision', sort: 'nextReviewDate', columns: 'number,name' })
    expect(apiAddress(view, 'abc')).toBe(
      '/api/activities?state=registered,revision&sort=nextReviewDate&limit=50&cursor=abc',
    )
  })

  it('takes a filter away with its last value and starts again at the top', () => {
    const view = viewOf({ state: 'registered', show: '200' })
    expect(withFilter(view, 'state', [])).toEqual(viewOf({}))
    expect(isNarrowed(view)).toBe(true)
    expect(isNarrowed(withFilter(view, 'state', []))).toBe(false)
  })
})
