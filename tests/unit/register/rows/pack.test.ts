import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../../../functions/register/rows/pack.ts'

const awkward = [
  '',
  '0',
  '007',
  '42',
  '~12x',
  '*a',
  '=1',
  '@k',
  '+',
  '-',
  '|',
  ',',
  `"'|`,
  "it's",
  '2026-02-30T00:00:00.000Z',
]
const times = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
  .map((date) => date.toISOString())
const ids = fc.constantFrom('per_01K67QN6A3', 'per_01K67QZZZZ', 'org_01K67QN6A3')
const texts = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme' }), times, ids)
const values = fc.array(
  fc.oneof(texts, fc.array(texts), fc.integer(), fc.double(), fc.boolean(), fc.constant(undefined), fc.jsonValue()),
  { maxLength: 80 },
)

describe('a packed row', () => {
  it('is read as it was written, whatever the values', () => {
    fc.assert(
      fc.property(values, texts, (written, first) => {
        const read = unpack(pack(written, first), first)
        const expected = written.map((value) => (value === null ? undefined : JSON.parse(JSON.stringify(value ?? 0))))
        expect(written.map((value, at) => (value === undefined ? 0 : read[at]))).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('says what it has said before by where it stood', () => {
    const person = 'per_01JZSQVNWN4Q0F81V0QAM8XGSG'
    expect(pack([person, person, 'per_01JZSQVNZC'], '')).toBe(`${person}|~1U|~1CZC`)
    expect(pack(['Ekonomiskt bistånd'], 'Ekonomiskt bistånd')).toBe('~0I')
  })

  it('says times, signs and numbers shortly and leaves out what is absent at the end', () => {
    const values = ['1970-01-01T00:00:36.000Z', true, false, 7, ['pdl', 'other'], { K: 1 }, null, undefined]
    expect(pack(values, '')).toBe("@rs0|+|-|7|*pdl,other|={'K':1}")
  })
})
