import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { cutTo } from '../../../../functions/register/change/cut-schema.ts'

const whole = z.lazy(() =>
  z.strictObject({
    name: z.string(),
    room: z.optional(z.string().check(z.maxLength(3))),
    tags: z.optional(z.array(z.string())),
    count: z._default(z.number(), 1),
  }),
)
const value = fc.record(
  {
    name: fc.option(fc.string(), { nil: 7 }),
    room: fc.option(fc.string({ maxLength: 6 }), { nil: undefined }),
    tags: fc.array(fc.oneof(fc.string(), fc.integer())),
    count: fc.oneof(fc.integer(), fc.string()),
    other: fc.boolean(),
  },
  { requiredKeys: [] },
)

it('a schema cut to a value says the same of it', () => {
  fc.assert(
    fc.property(fc.oneof(value, fc.constantFrom(null, [], 'text', undefined)), (sent) => {
      const [all, cut] = [whole.safeParse(sent), cutTo(whole, sent).safeParse(sent)]
      expect(cut.data).toEqual(all.data)
      expect(cut.error?.issues).toEqual(all.error?.issues)
    }),
  )
})

it('is the same schema for the same fields, and the whole one when there are too many ways to cut', () => {
  const names = Array.from({ length: 300 }, (_, at) => `field${at}`)
  const wide = z.strictObject(Object.fromEntries(names.map((name) => [name, z.optional(z.string())])))
  expect(cutTo(wide, { field1: 'a' })).toBe(cutTo(wide, { field1: 'b' }))
  const cuts = new Set(names.map((name) => cutTo(wide, { [name]: 'a' })))
  expect(cuts.size).toBe(201)
  expect(cuts).toContain(wide)
})
