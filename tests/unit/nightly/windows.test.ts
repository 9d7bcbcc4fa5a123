import { describe, expect, it } from 'vitest'
import { silentAfter } from '../../../functions/nightly/feeds.ts'
import { windowOf } from '../../../functions/nightly/pass.ts'

describe('the days that a night looks at', () => {
  it('reach from the last whole pass to as far ahead as the reminder leads', () => {
    expect(windowOf({ today: '2026-11-22', since: '2026-11-21' }, 30)).toEqual({ from: '2026-11-21', to: '2026-12-22' })
    expect(windowOf({ today: '2026-11-22', since: '2026-10-01' }, 7)).toEqual({ from: '2026-10-01', to: '2026-11-29' })
  })

  it('end yesterday for what is late, and begin two months before the last whole pass', () => {
    expect(windowOf({ today: '2026-11-22', since: '2026-11-21' }, -1)).toEqual({ from: '2026-09-22', to: '2026-11-21' })
  })
})

describe('how long a feed may be silent', () => {
  it.each([
    [['2026-11-22', '2026-11-21', '2026-11-20'], 3],
    [['2026-11-22', '2026-11-15', '2026-11-08'], 21],
    [['2026-11-22', '2026-11-22', '2026-11-22'], 2],
    [['2026-11-22', '2026-10-22', '2026-09-22'], 35],
    [['2026-11-22'], 35],
  ])('is three of its usual intervals, from two days to five weeks: %j gives %i', (days, expected) => {
    expect(silentAfter(days)).toBe(expected)
  })
})
