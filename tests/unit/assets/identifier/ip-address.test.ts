import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isIpAddress } from '../../../../functions/assets/identifier/ip-address.ts'

it.each([
  '10.0.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  '2001:DB8::ff00:42:8329',
  '::ffff:10.1.2.3',
])('takes %s for an address', (text) => {
  expect(isIpAddress(text)).toBe(true)
})

it.each([
  '',
  '10.0.0',
  '256.1.1.1',
  '10.0.0.1/24',
  '01.2.3.4',
  '1::2::3',
  ':::',
  '12345::',
  'pc1',
  '1:2:3:4:5:6:7:8:9',
])('does not take %j for an address', (text) => {
  expect(isIpAddress(text)).toBe(false)
})

it('agrees with Node on any text of such signs', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ unit: fc.constantFrom('1', '9', 'f', '.', ':') })),
      (text) => {
        expect(isIpAddress(text)).toBe(isIP(text) !== 0)
      },
    ),
  )
})
