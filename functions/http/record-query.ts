import * as z from 'zod/mini'
import type { ListQuery } from '../register/api.ts'
import { asOfTime } from '../register/as-of.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { Filter } from '../register/outline.ts'
import { cursorText, defaultLimit, pageLimit } from './page-query.ts'

type Parameters = { [name: string]: string | number | undefined }

/** The parameters that lists of a kind take: its filters and sorts, and `asOf` where the kind offers it. */
export function listSchema(kind: Kind<object>, offersAsOf: boolean): z.ZodMiniType<Parameters> {
  const filters = Object.entries(kind.filters).map(([name, filter]) => [name, z.optional(filterSchema(filter))])
  const sorts = kind.sorts.flatMap((sort) => [sort, `-${sort}`])
  return z.strictObject({
    q: z.optional(z.string().check(z.maxLength(200))),
    ...(sorts.length > 0 && { sort: z.optional(z.enum(sorts)) }),
    id: z.optional(idList),
    limit: z.optional(pageLimit),
    cursor: z.optional(cursorText),
    ...(offersAsOf && { asOf: z.optional(z.string()) }),
    ...Object.fromEntries(filters),
  }) as unknown as z.ZodMiniType<Parameters>
}

const valuesLimit = 100

/** Up to a hundred ids, to have their names at once. */
const idList = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64})*$/),
  z.refine((text) => text.split(',').length <= valuesLimit),
)

function filterSchema(filter: Filter): z.ZodMiniType<string> {
  if (filter.type === 'dueBefore') return z.iso.date()
  const allowed = filter.values
  return z.string().check(
    z.minLength(1),
    z.maxLength(4000),
    z.refine((text) => text.split(',').length <= valuesLimit && text.split(',').every((value) => value !== '')),
    z.refine((text) => !allowed || text.split(',').every((value) => allowed.includes(value))),
  )
}

/**
 * What the engine is asked, from parameters that fit `listSchema`. Throws `malformed` for `sort` with `q`, `id` with anything but
 * filters, and a bad `asOf`.
 */
export function listQuery(kind: Kind<object>, parameters: Parameters): ListQuery {
  const { q, sort, limit, cursor, asOf, id } = parameters
  const beside =
    id !== undefined && Object.entries({ q, sort, limit, cursor, asOf }).find(([, value]) => value !== undefined)
  if (beside) throw new RegisterError('malformed', 'id with more', { reason: 'id-alone', params: { name: beside[0] } })
  const words = String(q ?? '').trim()
  if (words && sort) throw new RegisterError('malformed', 'sort with q', { reason: 'sort-with-q' })
  const filters = Object.keys(kind.filters).flatMap((name) => {
    const value = parameters[name]
    return value === undefined ? [] : [[name, String(value).split(',')] as const]
  })
  return {
    limit: Number(limit ?? defaultLimit),
    ...(id !== undefined && { ids: String(id).split(',') }),
    ...(words && { q: words }),
    ...(sort !== undefined && { sort: String(sort) }),
    ...(cursor !== undefined && { cursor: String(cursor) }),
    ...(asOf !== undefined && { asOf: asOfTime(String(asOf)) }),
    ...(filters.length > 0 && { filters: Object.fromEntries(filters) }),
  }
}
