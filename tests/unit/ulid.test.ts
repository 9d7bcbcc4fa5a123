import { expect, test } from 'vitest'
import { createUlids } from '../../functions/ulid.ts'

const ones = (bytes: number) => new Uint8Array(bytes).fill(255)
const zeros = (bytes: number) => new Uint8Array(bytes)

test('a ULID says its time in its first ten signs', () => {
  expect(createUlids(() => 1_469_918_176_385, zeros)()).toBe('01ARYZ6S410000000000000000')
})

test('ULIDs of one source are in the order they were made, also within a millisecond and when the clock goes back', () => {
  const times = [5, 5, 5, 3, 4, 6]
  const next = createUlids(() => times.shift() ?? 6, ones)
  const made = Array.from({ length: 8 }, next)
  expect(made).toEqual(made.toSorted())
  expect(new Set(made).size).toBe(8)
})

test('every ULID has 26 signs of the alphabet', () => {
  const next = createUlids(Date.now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  for (let count = 0; count < 100; count++) expect(next()).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
})
