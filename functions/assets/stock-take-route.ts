import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { matchedRevision } from '../http/etag.ts'
import { operationWords } from '../http/operation.ts'
import { recordSchemas } from '../http/record-schema.ts'
import { createRecordReply, idOf } from '../http/record-reply.ts'
import type { Presenter } from '../http/record-context.ts'
import { recordRoutes } from '../http/records.ts'
import { personRoute, type Route, type Sentences } from '../http/route.ts'
import type { Actor } from '../register/actor.ts'
import type { Engine, Summary } from '../register/api.ts'
import type { Kind } from '../register/kind.ts'
import { assetKinds } from './asset-kinds.ts'
import { batchLimit, type StockTakeData, stockTake } from './stock-take.ts'

const kinds = assetKinds as unknown as readonly Kind<object>[]

/** Assets of a unit that a stock-take is compared with. */
const expectedLimit = 5000
const pageSize = 1000

const line = z.strictObject({ id: z.string(), kind: z.string(), number: z.optional(z.string()), name: z.string() })
const unexpected = z.strictObject({
  code: z.string(),
  id: z.optional(z.string()),
  kind: z.optional(z.string()),
  number: z.optional(z.string()),
  name: z.optional(z.string()),
  orgUnitId: z.optional(z.string()),
})

const outcome = z.strictObject({
  found: z.array(line),
  missing: z.array(line),
  unexpected: z.array(unexpected),
  /** The unit has more assets than were compared. */
  more: z.boolean(),
})

const codes = z.strictObject({
  codes: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(batchLimit)),
})

/** Stock-takes: the common routes, what a count means for the inventory, and counting by label, number or serial. */
export function stockTakeRoutes(deps: Deps, sentences: Sentences): Route[] {
  const { engine } = deps
  const presenter: Presenter<StockTakeData> = sentences
  const reply = createRecordReply(stockTake, presenter)
  const { record } = recordSchemas(stockTake)
  return [
    ...recordRoutes(stockTake, deps, presenter),
    personRoute({
      method: 'GET',
      path: '/api/stock-takes/:id/outcome',
      operationId: 'getStockTakeOutcome',
      summary: operationWords('stockTakeOutcome'),
      success: { status: 200, schema: outcome },
      handler: async (call) => {
        const shown = await engine.get(stockTake, idOf(call), call.actor)
        return { body: await outcomeOf(engine, shown.record.data, call.actor) }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/stock-takes/:id/count',
      operationId: 'countInStockTake',
      summary: operationWords('stockTakeCount'),
      headers: ['If-Match'],
      body: codes,
      success: { status: 200, schema: record },
      sentences,
      handler: async (call) => {
        const id = idOf(call)
        const current = async () => (await engine.get(stockTake, id, call.actor)).record.revision
        const revision = await matchedRevision(call.request.headers, current)
        const things = await Promise.all(
          call.body.codes.map(async (code) => {
            const asset = await assetOf(engine, code, call.actor)
            return { code: code.trim(), ...(asset && { assetId: asset.id }) }
          }),
        )
        return reply(
          await engine.transition(stockTake, id, revision, { transition: 'count', data: { things } }, call.actor),
          call,
        )
      },
    }),
  ]
}

/** The asset that a label, number, serial or id means; none when nothing or several fit. */
async function assetOf(engine: Engine, code: string, actor: Actor): Promise<Summary | undefined> {
  const word = code.trim().replace(/^.*\//, '')
  const byId = kinds.find(({ prefix }) => word.startsWith(`${prefix}_`))
  if (byId) return (await engine.list(byId, { ids: [word] }, actor)).items[0]
  const pages = await Promise.all(kinds.map((kind) => engine.list(kind, { q: word, limit: 20 }, actor)))
  const fold = (text: unknown) => String(text).toLowerCase()
  const hits = pages
    .flatMap(({ items }) => items)
    .filter(({ number, data }) =>
      [number, data['serialNumber'], data['inventoryNumber']].some(
        (value) => value !== undefined && fold(value) === fold(word),
      ),
    )
  return hits.length === 1 ? hits[0] : undefined
}

async function outcomeOf(
  engine: Engine,
  { orgUnitId, counted = [] }: StockTakeData,
  actor: Actor,
): Promise<z.infer<typeof outcome>> {
  const { items, more } = await assetsOf(engine, orgUnitId, actor)
  const expected = new Map(items.map((item) => [item.id, item]))
  const seen = new Set(counted.flatMap(({ assetId }) => assetId ?? []))
  const strangers = counted.filter(({ assetId }) => !assetId || !expected.has(assetId))
  const known = await namesOf(
    engine,
    strangers.flatMap(({ assetId }) => assetId ?? []),
    actor,
  )
  return {
    found: items.filter(({ id }) => seen.has(id)).map(lineOf),
    missing: items.filter(({ id }) => !seen.has(id)).map(lineOf),
    unexpected: strangers.map(({ code, assetId }) => {
      const asset = assetId ? known.get(assetId) : undefined
      return { code, ...(asset && { ...lineOf(asset), ...(asset.orgUnitId && { orgUnitId: asset.orgUnitId }) }) }
    }),
    more,
  }
}

/** Everything that stands on a unit and those below it and is not yet at its end. */
async function assetsOf(engine: Engine, unit: string, actor: Actor): Promise<{ items: Summary[]; more: boolean }> {
  const items: Summary[] = []
  let more = false
  for (const kind of kinds.filter(({ name }) => name !== 'application')) {
    for (let cursor: string | undefined; ;) {
      const query = { filters: { orgUnit: [unit] }, limit: pageSize, ...(cursor && { cursor }) }
      const page = await engine.list(kind, query, actor)
      items.push(...page.items.filter(({ state }) => !['planned', 'acquisition', 'decommissioned'].includes(state)))
      more ||= page.next !== undefined && items.length >= expectedLimit
      if (!page.next || more) break
      cursor = page.next
    }
  }
  return { items, more }
}

async function namesOf(engine: Engine, ids: readonly string[], actor: Actor): Promise<Map<string, Summary>> {
  const pages = await Promise.all(
    kinds.map(async (kind) => {
      const own = ids.filter((id) => id.startsWith(`${kind.prefix}_`))
      return own.length > 0 ? engine.list(kind, { ids: own }, actor) : { items: [] }
    }),
  )
  return new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item]))
}

function lineOf({ id, kind, number, data }: Summary): z.infer<typeof line> {
  return { id, kind, ...(number && { number }), name: String(data['name']) }
}
