import { describe, expect, it } from 'vitest'
import { hasGs1CheckDigit, hasLuhnDigit } from '../../../../functions/assets/identifier/check-digit.ts'
import { parseGs1, writeUdiPi } from '../../../../functions/assets/identifier/gs1.ts'
import { isMac, tidyMac } from '../../../../functions/assets/identifier/mac-address.ts'
import { bareSerial, isRealSerial } from '../../../../functions/assets/identifier/serial.ts'

describe('a GS1 code', () => {
  const read = {
    gtin: '07312345678902',
    productionDate: '2026-01-31',
    expiryDate: '2031-02-28',
    lot: 'A1',
    serial: 'S-1',
  }

  it('is read as it is printed', () => {
    expect(parseGs1('(01)07312345678902(11)260131(17)310200(10)A1(21)S-1')).toEqual(read)
  })

  it('is read as a scanner gives it, with its prefix and separators', () => {
    expect(parseGs1(']d20107312345678902112601311731020010A1\u001d21S-1')).toEqual(read)
    expect(parseGs1('0107312345678902112601311731020010A1\u001d21S-1\u001d')).toEqual(read)
  })

  it('keeps its software version', () => {
    expect(parseGs1('(01)07312345678902(8012)4.2')).toEqual({ gtin: read.gtin, version: '4.2' })
  })

  it('is written again as it was read', () => {
    const printed = '(11)260131(17)310228(10)A1(21)S-1'
    expect(writeUdiPi(parseGs1(printed)!)).toBe(printed)
  })

  it.each([
    '',
    'ABC',
    '(01)123',
    '(01)0731234567890X',
    '(17)261301',
    '(17)260230',
    '(99)X',
    '(10)',
    '(10)A(',
    '010731234567890217',
    `(10)${'x'.repeat(31)}`,
  ])('is not %j', (text) => {
    expect(parseGs1(text)).toBeUndefined()
  })
})

describe('check digits', () => {
  it.each(['07312345678909', '4006381333931', '96385074', '7300009000012'])('of %s is right', (digits) => {
    expect(hasGs1CheckDigit(digits)).toBe(true)
  })

  it.each(['07312345678902', '4006381333930', '1234', 'x'])('of %s is wrong', (digits) => {
    expect(hasGs1CheckDigit(digits)).toBe(false)
  })

  it('of an IMEI is Luhn', () => {
    expect(hasLuhnDigit('490154203237518')).toBe(true)
    expect(hasLuhnDigit('490154203237519')).toBe(false)
    expect(hasLuhnDigit('')).toBe(false)
  })
})

describe('a serial number', () => {
  it.each([
    'To be filled by O.E.M.',
    'to be filled by oem',
    'N/A',
    'None',
    '0',
    '000000',
    '-',
    ' ',
    '123456789',
    'Default',
    'XXXXXX',
    undefined,
  ])('%j tells nothing apart', (text) => {
    expect(isRealSerial(text)).toBe(false)
  })

  it.each(['5CD0123ABC', 'PF-1X2Y3Z', '4567', '0012'])('%j does', (text) => {
    expect(isRealSerial(text)).toBe(true)
  })

  it('is compared without case, blanks and dashes', () => {
    expect(bareSerial('pf-1x 2y')).toBe('pf1x2y')
  })
})

describe('a MAC address', () => {
  it.each(['AA-BB-CC-00-11-22', 'aabb.cc00.1122', 'aabbcc001122', 'aa:bb:cc:00:11:22'])('is tidied from %s', (text) => {
    expect(tidyMac(text)).toBe('aa:bb:cc:00:11:22')
    expect(isMac(tidyMac(text))).toBe(true)
  })

  it('that is none stays as it is', () => {
    expect(tidyMac('okänd')).toBe('okänd')
    expect(isMac('okänd')).toBe(false)
  })
})
