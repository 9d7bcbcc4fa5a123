import { describe, expect, it } from 'vitest'
import { baselineOf, baselineValues } from '../../../../web/admin/baseline.ts'

describe('the baseline of copies in its dialog', () => {
  const baseline = { interval: 'P1D', generations: 14, storage: 'Annan ort', readabilityCheck: 'P6M' }

  it('is what it was when nothing is changed', () => {
    expect(baselineOf(baselineValues(baseline))).toEqual(baseline)
  })

  it('loses what is emptied, and is gone when all is', () => {
    expect(baselineOf({ ...baselineValues(baseline), storage: ' ' })).not.toHaveProperty('storage')
    expect(baselineOf({ interval: '', generations: '' })).toBeUndefined()
  })

  it('leaves a number that is none to the server, which says so at its field', () => {
    expect(baselineOf({ generations: 'många' })).toEqual({ generations: 'många' })
  })
})
