import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { mergedList } from '../http/merged-list.ts'
import { operationWords } from '../http/operation.ts'
import { cursorText, defaultLimit, pageLimit } from '../http/page-query.ts'
import { pageOf, summarySchema } from '../http/record-schema.ts'
import { personRoute, type Route } from '../http/route.ts'
import { assetKinds } from './kinds.ts'
import { assetStates } from './states.ts'

const query = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(200))),
  kind: z.optional(z.enum(assetKinds.map((kind) => kind.name))),
  state: z.optional(z.enum(assetStates)),
  orgUnit: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  limit: z.optional(pageLimit),
  cursor: z.optional(cursorText),
})

/** `GET /api/assets`: the kinds of assets as one list, by name. */
export function assetListRoute({ engine }: Deps): Route {
  return personRoute({
    method: 'GET',
    path: '/api/assets',
    operationId: 'listAssets',
    summary: operationWords('assets'),
    query,
    success: { status: 200, schema: pageOf(z.union(assetKinds.map((kind) => summarySchema(kind)))) },
    handler: async ({ query: { q, kind, state, orgUnit, limit, cursor }, actor }) => {
      const kinds = assetKinds.filter((one) => !kind || one.name === kind)
      const filters = { ...(state && { state: [state] }), ...(orgUnit && { orgUnit: [orgUnit] }) }
      const words = q?.trim()
      const asked = { limit: limit ?? defaultLimit, filters, ...(words && { q: words }), ...(cursor && { cursor }) }
      return { body: await mergedList(engine, kinds, asked, actor) }
    },
  })
}
