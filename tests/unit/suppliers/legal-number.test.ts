import { describe, expect, it } from 'vitest'
import { isCountry } from '../../../functions/fields/country.ts'
import { numberKey, readLegalNumber } from '../../../functions/suppliers/legal-number.ts'

describe('a Swedish number', () => {
  it.each(['556036-0793', '5560360793', '16556036-0793', '165560360793', 'SE556036079301', '556036 0793'])(
    'is read from %s',
    (orgNumber) => {
      expect(readLegalNumber({ orgNumber, country: 'SE' })).toEqual({ number: '556036-0793', personal: false })
      expect(numberKey({ orgNumber: '556036-0793', country: 'SE' })).toBe('SE/5560360793')
    },
  )

  it('is known as personal when it is a personnummer', () => {
    expect(readLegalNumber({ orgNumber: '811218-9876', country: 'SE' })).toEqual({
      number: '811218-9876',
      personal: true,
    })
    expect(readLegalNumber({ orgNumber: '198112189876' })?.personal).toBe(true)
  })

  it.each(['556036-0794', '5560360', 'AB 556036-0793', '811218-9875', '051218-9876x'])(
    'is refused: %s',
    (orgNumber) => {
      expect(readLegalNumber({ orgNumber, country: 'SE' })).toBeUndefined()
    },
  )
})

describe('a foreign number', () => {
  it.each([
    ['NO', undefined, '923 609 016'],
    ['DK', undefined, '61126228'],
    ['FI', undefined, '0112038-9'],
    ['DE', undefined, 'HRB 719915'],
    ['US', 'lei', 'HWUPKR0MPOU8FGXBT394'],
    ['US', 'duns', '06-070-4780'],
    ['IE', 'vat', 'IE6388047V'],
  ])('of %s by scheme %s is read from %s', (country, numberScheme, orgNumber) => {
    expect(readLegalNumber({ orgNumber, country, ...(numberScheme && { numberScheme }) })?.number).toBe(orgNumber)
  })

  it.each([
    ['NO', undefined, '923609017'],
    ['DK', undefined, '61126229'],
    ['FI', undefined, '0112038-8'],
    ['DE', undefined, '--'],
    ['US', 'lei', 'HWUPKR0MPOU8FGXBT395'],
    ['US', 'duns', '1234'],
    ['IE', 'vat', '12'],
  ])('of %s by scheme %s is refused: %s', (country, numberScheme, orgNumber) => {
    expect(readLegalNumber({ orgNumber, country, ...(numberScheme && { numberScheme }) })).toBeUndefined()
  })
})

describe('a country', () => {
  it('is one of ISO 3166', () => {
    expect(['SE', 'US', 'GB', 'AX', 'BR'].every(isCountry)).toBe(true)
    expect(['XX', 'EU', 'UK', 'ZZ', 'SU', 'se', 'S', ''].some(isCountry)).toBe(false)
  })
})
