import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRowSet } from '../../../functions/intake/row-set.ts'

it('holds the rows that were put in, each once, and no others', () => {
  const row = fc.oneof(fc.nat(40), fc.nat(2_000_000))
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (put, asked) => {
      const rows = createRowSet()
      for (const one of put) rows.add(one)
      const known = new Set(put)
      expect(rows.size).toBe(known.size)
      for (const one of [...put, ...asked]) expect(rows.has(one)).toBe(known.has(one))
    }),
  )
})
