import * as z from 'zod/mini'

/** A finding as answers show it: with what is wrong, what to do and the law behind it, in words. */
export const findingSchema = z.lazy(() =>
  z.strictObject({
    rule: z.string(),
    severity: z.enum(['K', 'H', 'M', 'L']),
    pointer: z.string(),
    source: z.string(),
    blocks: z.optional(z.boolean()),
    params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    detail: z.string(),
    action: z.string(),
    law: z.string(),
  }),
)
