import { describe, expect, test } from 'vitest'
import { asOfTime } from '../../../functions/register/as-of.ts'

describe('the moment that asOf names', () => {
  test.each([
    ['2026-03-01', '2026-03-01T22:59:59.999Z'],
    ['2026-07-01', '2026-07-01T21:59:59.999Z'],
    ['2026-03-28', '2026-03-28T22:59:59.999Z'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-24', '2026-10-24T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['2026-12-31', '2026-12-31T22:59:59.999Z'],
    ['2028-02-29', '2028-02-29T22:59:59.999Z'],
  ])('is the end of the day %s in Sweden', (date, moment) => {
    expect(asOfTime(date)).toBe(moment)
  })

  test.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00.25+02:00', '2026-03-01T10:00:00.250Z'],
    ['2026-03-01T00:30:00-01:00', '2026-03-01T01:30:00.000Z'],
  ])('is the time %s in UTC', (time, moment) => {
    expect(asOfTime(time)).toBe(moment)
  })

  test.each([
    '',
    'igår',
    '2026-02-29',
    '2026-13-01',
    '2026-3-1',
    '2026-03-01T12:00:00',
    '2026-03-01 12:00:00Z',
    '2026-02-30T12:00:00Z',
    '2026-03-01T25:00:00Z',
    '20260301',
  ])('is refused when it reads "%s"', (text) => {
    expect(() => asOfTime(text)).toThrow(expect.objectContaining({ code: 'malformed' }))
  })
})
