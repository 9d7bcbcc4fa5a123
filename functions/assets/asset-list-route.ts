import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { operationWords } from '../http/operation.ts'
import { listQuery, listSchema } from '../http/record-query.ts'
import { pageOf, summarySchema } from '../http/record-schema.ts'
import { personRoute, type Route } from '../http/route.ts'
import type { Actor } from '../register/actor.ts'
import type { Engine, ListQuery } from '../register/api.ts'
import type { Kind } from '../register/kind.ts'
import { anyAsset, askedKinds, type ListParameters } from './asset-query.ts'
import { assetKinds } from './asset-kinds.ts'

const { id: _id, limit, cursor, ...filters } = (listSchema(anyAsset, false) as unknown as z.ZodMiniObject).shape
const kind = z.optional(z.enum(assetKinds.map(({ name }) => name)))

/** What narrows a list of all kinds of assets: the filters that they have in common, and which kind. */
export const assetFilterShape = { ...filters, kind } as unknown as { [name: string]: z.ZodMiniType }

const listParameters = z.strictObject({
  ...assetFilterShape,
  asOf: z.optional(z.string()),
  limit,
  cursor,
}) as unknown as z.ZodMiniType<ListParameters>
const countParameters = z.strictObject(assetFilterShape) as unknown as z.ZodMiniType<ListParameters>
const counts = z.strictObject({
  count: z.int(),
  more: z.boolean(),
  byKind: z.strictObject({ equipment: z.int(), medicalDevice: z.int(), application: z.int() }),
})

/** Rows that a count looks at in each kind, and how many at a time. */
const countLimit = 5000
const countPage = 1000

/** `GET /api/assets`: the kinds of assets as one list, by name; `GET /api/assets/count`: how many it holds. */
export function assetListRoutes({ engine }: Deps): Route[] {
  return [
    personRoute({
      method: 'GET',
      path: '/api/assets',
      operationId: 'listAssets',
      summary: operationWords('assets'),
      query: listParameters,
      success: { status: 200, schema: pageOf(z.union(assetKinds.map((one) => summarySchema(one)))) },
      handler: async ({ query, actor }) => {
        const kinds = askedKinds(query)
        const asked = assetListQuery(query)
        const [only] = kinds
        if (kinds.length === 1 && only) return { body: await engine.list(only, asked, actor) }
        return { body: await engine.listTogether(kinds, asked, actor) }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/assets/count',
      operationId: 'countAssets',
      summary: operationWords('countAssets'),
      query: countParameters,
      success: { status: 200, schema: counts },
      handler: async ({ query, actor }) => {
        const asked = assetListQuery(query)
        const found = await Promise.all(
          askedKinds(query).map(async (one) => [one.name, await countOf(engine, one, asked, actor)] as const),
        )
        const byKind = { equipment: 0, medicalDevice: 0, application: 0, ...mapped(found, ({ count }) => count) }
        const count = found.reduce((sum, [, one]) => sum + one.count, 0)
        return { body: { count, more: found.some(([, one]) => one.more), byKind } }
      },
    }),
  ]
}

/** What the engine is asked, from parameters that fit `assetFilterShape` with limit and cursor. */
export function assetListQuery({ kind: _kind, ...parameters }: ListParameters): ListQuery {
  return listQuery(anyAsset, parameters)
}

async function countOf(
  engine: Engine,
  one: Kind<object>,
  query: ListQuery,
  actor: Actor,
): Promise<{ count: number; more: boolean }> {
  let count = 0
  for (let at: string | undefined; ;) {
    const { items, next } = await engine.list(one, { ...query, limit: countPage, ...(at && { cursor: at }) }, actor)
    count += items.length
    if (!next || count >= countLimit) return { count, more: next !== undefined }
    at = next
  }
}

function mapped<T, V>(entries: readonly (readonly [string, T])[], value: (one: T) => V): { [name: string]: V } {
  return Object.fromEntries(entries.map(([name, one]) => [name, value(one)]))
}
