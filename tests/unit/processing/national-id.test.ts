import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNationalIds } from '../../../functions/processing/national-id.ts'
import { processorMs } from '../../support/processor-time.ts'

function withCheckDigit(nine: string): string {
  let sum = 0
  for (const [index, digit] of [...nine].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return nine + String((10 - (sum % 10)) % 10)
}

const pad = (value: number, size: number) => String(value).padStart(size, '0')

/** Ten digits of a person born on a real day; `coordination` adds 60 to the day. */
const born = fc
  .record({
    year: fc.integer({ min: 1, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 0, max: 999 }),
    coordination: fc.boolean(),
  })
  .map(({ year, month, day, serial, coordination }) =>
    withCheckDigit(`${pad(year, 2)}${pad(month, 2)}${pad(coordination ? day + 60 : day, 2)}${pad(serial, 3)}`),
  )

const words = fc.constantFrom('Ring patienten', 'pnr:', 'se (', 'Gäller', 'a_', '"')

describe('finding national identity numbers', () => {
  it.each([
    '19121212-1212',
    '121212-1212',
    '191212121212',
    '1212121212',
    '121212+1212',
    '19121212 1212',
    '121212–1212',
  ])('finds %s', (number) => {
    const text = `Påminnelsen gäller ${number} som har två tider.`
    const [hit] = findNationalIds(text)
    expect(hit).toEqual({ text: number, start: 19, end: 19 + number.length })
    expect(text.slice(hit!.start, hit!.end)).toBe(number)
  })

  it('finds any number with a real date and a right check digit, in any way of writing', () => {
    const separator = fc.constantFrom('', '-', '+', ' ', '\u00a0', '–')
    fc.assert(
      fc.property(born, separator, fc.constantFrom('', '19', '20'), words, (ten, sign, century, before) => {
        const number = `${century}${ten.slice(0, 6)}${sign}${ten.slice(6)}`
        const hits = findNationalIds(`${before} ${number}, tack`)
        expect(hits.map(({ text }) => text)).toEqual([number])
      }),
    )
  })

  it('finds no number whose check digit is wrong', () => {
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 9 }), (ten, off) => {
        const wrong = ten.slice(0, 9) + String((Number(ten[9]) + off) % 10)
        expect(findNationalIds(wrong)).toEqual([])
      }),
    )
  })

  it('finds no number within a longer run of digits or glued to letters as in a serial number', () => {
    fc.assert(
      fc.property(born, fc.constantFrom('7', '4711-', 'CND', 'PC'), (ten, before) => {
        expect(findNationalIds(before + ten)).toEqual([])
        expect(findNationalIds(`${ten}7`)).toEqual([])
        expect(findNationalIds(`${ten}-77`)).toEqual([])
      }),
    )
  })

  it('finds none with a day that is not in the calendar', () => {
    expect(findNationalIds(withCheckDigit('990230123'))).toEqual([])
    expect(findNationalIds(withCheckDigit('991301123'))).toEqual([])
    expect(findNationalIds(withCheckDigit('990091123'))).toEqual([])
    expect(findNationalIds(`17${withCheckDigit('990101123')}`)).toEqual([])
  })

  it('takes 29 February in a leap year of any century when the century is not written', () => {
    expect(findNationalIds(withCheckDigit('000229123'))).toHaveLength(1)
    expect(findNationalIds(`19${withCheckDigit('000229123')}`)).toEqual([])
    expect(findNationalIds(`20${withCheckDigit('000229123')}`)).toHaveLength(1)
  })

  it('finds several in one text and leaves organisation numbers, phones and diary numbers alone', () => {
    expect(findNationalIds('121212-1212, 191212121212/1212121212')).toHaveLength(3)
    expect(findNationalIds('556036-0793, 08-123 456 78, HSN 2026/214, 2026-11-21 1212')).toEqual([])
  })

  it('takes time in proportion to the text', async () => {
    expect(await processorMs(() => findNationalIds('1212121212-'.repeat(20_000)))).toBeLessThan(1000)
  })
})
