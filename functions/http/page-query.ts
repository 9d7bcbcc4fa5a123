import * as z from 'zod/mini'

/** Page size: 1-200, 50 when left out. */
export const pageLimit = z.coerce.number().check(z.multipleOf(1), z.minimum(1), z.maximum(200))

export const cursorText = z.string().check(z.minLength(1), z.maxLength(2000))

/** Parameters of every list that is read page by page. */
export const pageQuery = z.strictObject({ limit: z.optional(pageLimit), cursor: z.optional(cursorText) })

export const defaultLimit = 50
