import { describe, expect, it } from 'vitest'
import { dateFrom, isDate } from '../../../../web/fields/date-text.ts'

describe('a day as people write it', () => {
  it.each([
    ['2027-02-01', '2027-02-01'],
    ['20270201', '2027-02-01'],
    ['2027/02/01', '2027-02-01'],
    ['2027-2-1', '2027-02-01'],
    ['1/2 2027', '2027-02-01'],
    [' 2027-02-01 ', '2027-02-01'],
  ])('reads %s', (written, date) => {
    expect(dateFrom(written)).toBe(date)
  })

  it.each(['i februari', '2027-02-30', '2027-13-01', '2027', ''])(
    'leaves "%s" as it is, to be put right',
    (written) => {
      expect(dateFrom(written)).toBe(written)
    },
  )

  it('is a day only when the calendar has it', () => {
    expect(isDate('2028-02-29')).toBe(true)
    expect(isDate('2027-02-29')).toBe(false)
    expect(isDate('27-02-01')).toBe(false)
  })
})
