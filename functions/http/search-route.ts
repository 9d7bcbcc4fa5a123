import * as z from 'zod/mini'
import type { ListPage } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import type { Outline } from '../register/outline.ts'
import type { Deps } from './deps.ts'
import { operationWords } from './operation.ts'
import { summarySchema } from './record-schema.ts'
import { type PersonCall, personRoute, type Route } from './route.ts'

const groupLimit = 5

const query = z.strictObject({
  q: z.string().check(z.minLength(1), z.maxLength(200), z.regex(/\S/)),
  limit: z.optional(z.coerce.number().check(z.multipleOf(1), z.minimum(1), z.maximum(20))),
})

/** `GET /api/search`: the first hits of every kind that has words to be found by, grouped; `more` says that the kind's own list has further ones. */
export function searchRoute({ engine }: Deps, outlines: readonly Outline<object>[]): Route {
  const kinds = outlines.filter(({ texts }) => texts)
  const group = z.strictObject({
    kind: z.enum(kinds.map((kind) => kind.name)),
    items: z.array(z.union(kinds.map((kind) => summarySchema(kind)))),
    more: z.boolean(),
  })
  const hits = async (kind: Outline<object>, { q, limit }: z.infer<typeof query>, call: PersonCall) => {
    const page = await unlessForbidden(engine.list(kind, { q: q.trim(), limit: limit ?? groupLimit }, call.actor))
    return { kind: kind.name, items: page.items, more: page.next !== undefined }
  }
  return personRoute({
    method: 'GET',
    path: '/api/search',
    operationId: 'search',
    summary: operationWords('search'),
    query,
    success: { status: 200, schema: z.strictObject({ items: z.array(group) }) },
    handler: async (call) => {
      const groups = await Promise.all(kinds.map((kind) => hits(kind, call.query, call)))
      return { body: { items: groups.filter(({ items, more }) => items.length > 0 || more) } }
    },
  })
}

async function unlessForbidden(list: Promise<ListPage>): Promise<ListPage> {
  try {
    return await list
  } catch (error) {
    if (error instanceof RegisterError && error.code === 'forbidden') return { items: [] }
    throw error
  }
}
