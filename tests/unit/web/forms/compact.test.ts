import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compact } from '../../../../web/forms/compact.ts'

describe('what a form sends', () => {
  it('leaves out blank text, empty rows and empty groups', () => {
    const data = { name: ' Server ', tags: ['', ' a '], contacts: [{}, { role: '' }], order: { cost: undefined }, n: 0 }
    expect(compact(data)).toEqual({ name: 'Server', tags: ['a'], n: 0 })
  })

  it('keeps no and nought, which are answers', () => {
    expect(compact({ connected: false, count: 0 })).toEqual({ connected: false, count: 0 })
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compact(compact(value))).toEqual(compact(value))
      }),
    )
  })
})
