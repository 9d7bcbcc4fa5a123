import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, isCalendarDay } from '../../../functions/processing/calendar.ts'
import { durationInMonths } from '../../../functions/processing/duration.ts'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the calendar', () => {
  it('knows its days', () => {
    for (const good of ['2024-02-29', '2000-02-29', '2026-12-31']) expect(isCalendarDay(good)).toBe(true)
    for (const bad of ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', ''])
      expect(isCalendarDay(bad)).toBe(false)
  })

  it('agrees with the platform on any day', () => {
    fc.assert(fc.property(day, (one) => isCalendarDay(one)))
  })

  it('adds and counts days as each other’s reverse', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  it('adds months, staying within the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-11-21T10:00:00Z', 12)).toBe('2027-11-21')
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
    fc.assert(
      fc.property(day, fc.integer({ min: -50, max: 50 }), (from, months) => isCalendarDay(addMonths(from, months))),
    )
  })
})

describe('durations', () => {
  it('are told in months', () => {
    expect(durationInMonths('P10Y')).toBe(120)
    expect(durationInMonths('P5Y6M')).toBe(66)
    expect(durationInMonths('P30D')).toBeCloseTo(0.99, 2)
    expect(durationInMonths('P2W')).toBeCloseTo(0.46, 2)
  })

  it('are nothing when not written as durations', () => {
    for (const text of ['P', '10 years', 'PT5H', '']) expect(durationInMonths(text)).toBeUndefined()
  })
})
