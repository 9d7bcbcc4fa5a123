import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinList, splitList } from '../../../../functions/intake/read/list-cell.ts'

it('a list in a cell is read as it was written', () => {
  const part = fc.string({ unit: fc.constantFrom('a', '|', '\\', ',', 'å'), maxLength: 5 })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const kept = parts.slice(0, parts.findLastIndex((one) => one !== '') + 1)
      expect(splitList(joinList(parts))).toEqual(kept)
    }),
  )
})

it('codes may stand between commas and semicolons, names may not', () => {
  expect(splitList('SSD, HDD;Band', true)).toEqual(['SSD', 'HDD', 'Band'])
  expect(splitList('Kök, städ och vaktmästeri | IT')).toEqual(['Kök, städ och vaktmästeri', 'IT'])
})
