import { describe, expect, it } from 'vitest'
import { activity } from '../../../functions/processing/activity.ts'

const context = { now: '2026-11-21T12:00:00Z', today: '2026-11-21', codes: {} }
const countsOf = (data: object) =>
  activity.derive?.({ name: 'Passagekort', ...data }, context, 'registered').findingCounts?.M ?? 0

describe('the counts of findings in lists', () => {
  it('take in what is asked of a record in force, as its own page does', () => {
    const registeredAt = '2026-11-20T12:00:00Z'
    const before = countsOf({ registerRole: 'controller', accessExtractMethod: 'none' })
    const inForce = countsOf({ registerRole: 'controller', accessExtractMethod: 'none', registeredAt })
    const ended = countsOf({
      registerRole: 'controller',
      accessExtractMethod: 'none',
      registeredAt,
      endedAt: '2026-11-21',
    })
    expect([inForce - before, ended - before]).toEqual([1, 0])
  })
})
