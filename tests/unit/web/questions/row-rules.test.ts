import { describe, expect, it } from 'vitest'
import { inOrder, isAsked } from '../../../../web/questions/row-rules.ts'

describe('attributes of a row', () => {
  it('appear when another answer in the row calls for them', () => {
    expect(isAsked('transfers.dpfVerifiedAt', {})).toBe(false)
    expect(isAsked('transfers.dpfVerifiedAt', { mechanism: 'dpf45' })).toBe(true)
    expect(isAsked('transfers.tiaRef', { mechanism: 'scc46_2c' })).toBe(true)
    expect(isAsked('recipients.channel', {})).toBe(true)
  })

  it('stay visible once they are answered, so that nothing is hidden', () => {
    expect(isAsked('transfers.tiaRef', { mechanism: 'none', tiaRef: 'D-1' })).toBe(true)
  })

  it('come in the order in which people answer', () => {
    const fields = ['categories', 'min', 'period', 'action'].map((name) => ({ name }))
    expect(inOrder('retentionRules', fields).map(({ name }) => name)).toEqual(['categories', 'period', 'min', 'action'])
    expect(inOrder('recipients', fields)).toEqual(fields)
  })
})
