import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRowTable } from '../../../functions/intake/row-table.ts'

it('keeps the first row of each key, as a map would', () => {
  const key = fc.oneof(
    fc.nat(40),
    fc.maxSafeNat().filter((one) => one < Number.MAX_SAFE_INTEGER),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat(2_000_000_000)), { maxLength: 3000 }), (claims) => {
      const table = createRowTable()
      const map = new Map<number, number>()
      for (const [claim, row] of claims) {
        expect(table.get(claim)).toBe(map.get(claim))
        table.add(claim, row)
        if (!map.has(claim)) map.set(claim, row)
      }
      expect(new Map(table.all())).toEqual(map)
    }),
    { numRuns: 50 },
  )
})
