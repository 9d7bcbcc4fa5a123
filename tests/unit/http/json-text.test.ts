import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assertWellFormed, deepestNesting } from '../../../functions/http/json-text.ts'

function nestingOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(nestingOf))
}

describe('the nesting of a JSON text', () => {
  test('is that of its value, whatever stands in strings', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(deepestNesting(JSON.stringify(value))).toBe(nestingOf(value))
      }),
    )
  })

  test('does not count brackets behind an escaped quotation mark', () => {
    expect(deepestNesting(String.raw`{"a":"\"[[[[\\"}`)).toBe(1)
  })
})

describe('text that cannot be kept', () => {
  test('is refused with a pointer to each place', () => {
    const value: unknown = JSON.parse(
      String.raw`{"data":{"name":"\ud83d","list":["ok","\udc00"],"a/b":{"~":"\ud800"}}}`,
    )
    expect(() => assertWellFormed(value)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        extra: {
          errors: [
            { pointer: '/data/name', code: 'format' },
            { pointer: '/data/list/1', code: 'format' },
            { pointer: '/data/a~1b/~0', code: 'format' },
          ],
        },
      }),
    )
  })

  test('is never a whole surrogate pair', () => {
    expect(() => assertWellFormed({ name: 'Hjärta 💓' })).not.toThrow()
  })

  test('includes a member called __proto__', () => {
    expect(() => assertWellFormed(JSON.parse('{"__proto__":{"admin":true}}'))).toThrow(
      expect.objectContaining({ extra: { errors: [{ pointer: '/__proto__', code: 'unknown-field' }] } }),
    )
  })
})
