import { describe, expect, it } from 'vitest'
import {
  dayOf,
  durationOf,
  isFiller,
  isScientific,
  numberOf,
  yesNoOf,
} from '../../../../functions/intake/read/answers.ts'

describe('answers in cells', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['20240229', '2024-02-29'],
    ['2024/2/9', '2024-02-09'],
    ['9.2.2024', '2024-02-09'],
    ['2024-02-29 13:45', '2024-02-29'],
    ['2024-02-29T00:00:00Z', '2024-02-29'],
    ['2023-02-29', undefined],
    ['02/03/2024', undefined],
    ['45351', undefined],
    ['snart', undefined],
  ])('the day of %j is %j', (text, day) => {
    expect(dayOf(text)).toBe(day)
  })

  it.each([
    ['12 500,50', 12500.5],
    ['12\u00A0500', 12500],
    ['1.5', 1.5],
    ['-3', -3],
    ['1,234,567', undefined],
    ['tre', undefined],
    ['', undefined],
  ])('the number of %j is %j', (text, number) => {
    expect(numberOf(text)).toBe(number)
  })

  it.each([
    ['Ja', true],
    ['x', true],
    ['FALSE', false],
    ['nej', false],
    ['kanske', undefined],
  ])('%j is the answer %j', (text, answer) => {
    expect(yesNoOf(text)).toBe(answer)
  })

  it.each([
    ['3 år', 'P3Y'],
    ['6 månader', 'P6M'],
    ['90 days', 'P90D'],
    ['p1y6m', 'P1Y6M'],
    ['alltid', undefined],
  ])('the duration of %j is %j', (text, duration) => {
    expect(durationOf(text)).toBe(duration)
  })

  it.each(['7,35E+12', '1.2E+15', '2E10', '-1,5e+3'])('%j has lost its digits', (text) => {
    expect(isScientific(text)).toBe(true)
  })

  it.each(['E12', '12E', 'PC-1E5', '1234567890123'])('%j has not', (text) => {
    expect(isScientific(text)).toBe(false)
  })

  it.each(['To Be Filled By O.E.M.', 'default string', '0', '000-000', 'XXXX', '11111111', '-', 'N/A', '', 'okänt'])(
    '%j is a filler',
    (text) => {
      expect(isFiller(text)).toBe(true)
    },
  )

  it.each(['7', 'A', 'ELV-000', 'SN1111', '10', 'nr 0 1', '111111', '7777777'])('%j is none', (text) => {
    expect(isFiller(text)).toBe(false)
  })
})
