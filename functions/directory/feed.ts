import * as z from 'zod/mini'

const rows = z.optional(z.array(z.record(z.string(), z.unknown())))

/** The outer shape of a directory feed; each row is judged by itself. */
export const feedSchema = z.strictObject({
  complete: z.optional(z.boolean()),
  orgUnits: rows,
  people: rows,
  roleAssignments: rows,
})
