import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { parse } from '../../../../functions/register/change/validate.ts'
import type { RegisterError } from '../../../../functions/register/errors.ts'

const schema = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(5))),
  code: z.optional(z.enum(['a', 'b'])),
  list: z.optional(z.array(z.strictObject({ 'a/b': z.optional(z.string()) })).check(z.maxLength(2))),
  size: z.optional(z.int().check(z.minimum(1), z.maximum(9))),
  word: z.optional(z.string().check(z.minLength(2), z.regex(/^\S+$/))),
  some: z.optional(z.array(z.string()).check(z.minLength(1))),
  either: z.optional(z.union([z.literal('all'), z.array(z.string().check(z.maxLength(3)))])),
  other: z.optional(z.union([z.string(), z.boolean()])),
  date: z.optional(z.iso.date()),
  shape: z.optional(
    z.discriminatedUnion('t', [z.strictObject({ t: z.literal('a') }), z.strictObject({ t: z.literal('b') })]),
  ),
})

function faultsOf(value: unknown): unknown {
  try {
    return parse(schema, value)
  } catch (error) {
    return (error as RegisterError).extra.errors
  }
}

describe('what is wrong with a body', () => {
  it('is nothing when it fits', () => {
    expect(faultsOf({ name: 'abc', either: 'all', list: [{ 'a/b': 'x' }] })).toEqual({
      name: 'abc',
      either: 'all',
      list: [{ 'a/b': 'x' }],
    })
  })

  it.each<[unknown, object[]]>([
    [7, [{ pointer: '', code: 'type', params: { expected: 'object' } }]],
    [{ name: 7 }, [{ pointer: '/name', code: 'type', params: { expected: 'string' } }]],
    [{ name: 'abcdef' }, [{ pointer: '/name', code: 'too-long', params: { maximum: 5 } }]],
    [{ code: 'c' }, [{ pointer: '/code', code: 'unknown-code' }]],
    [{ list: [{}, {}, {}] }, [{ pointer: '/list', code: 'too-many', params: { maximum: 2 } }]],
    [{ list: [{ 'a/b': 7 }] }, [{ pointer: '/list/0/a~1b', code: 'type', params: { expected: 'string' } }]],
    [
      { 'x~y': 1, z: 2 },
      [
        { pointer: '/x~0y', code: 'unknown-field' },
        { pointer: '/z', code: 'unknown-field' },
      ],
    ],
    [{ size: 10 }, [{ pointer: '/size', code: 'too-large', params: { maximum: 9 } }]],
    [{ size: 0 }, [{ pointer: '/size', code: 'too-small', params: { minimum: 1 } }]],
    [{ word: '' }, [{ pointer: '/word', code: 'too-short', params: { minimum: 2 } }]],
    [{ word: 'a b' }, [{ pointer: '/word', code: 'format' }]],
    [{ some: [] }, [{ pointer: '/some', code: 'too-few', params: { minimum: 1 } }]],
    [{ date: '2026-02-30' }, [{ pointer: '/date', code: 'date' }]],
    [{ either: ['abcd'] }, [{ pointer: '/either/0', code: 'too-long', params: { maximum: 3 } }]],
    [{ either: 'some' }, [{ pointer: '/either', code: 'unknown-code' }]],
    [{ shape: { t: 'c' } }, [{ pointer: '/shape/t', code: 'type' }]],
    [{ other: 7 }, [{ pointer: '/other', code: 'type', params: { expected: 'string' } }]],
  ])('is told for %j, each fault where it stands', (value, expected) => {
    expect(faultsOf(value)).toEqual(expected)
  })

  it('is all told at once', () => {
    expect(faultsOf({ name: 7, code: 7, more: 7 })).toHaveLength(3)
  })
})
