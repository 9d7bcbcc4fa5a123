import * as z from 'zod/mini'
import { asOfTime } from '../register/as-of.ts'
import type { Deps } from '../http/deps.ts'
import { cursorText, defaultLimit, pageLimit } from '../http/page-query.ts'
import { pageOf } from '../http/record-schema.ts'
import { personRoute, type Route } from '../http/route.ts'
import type { Actor, OrgTree } from '../register/actor.ts'
import { dayOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import { countCoverage } from './coverage/count.ts'
import { coverageItem, itemOf } from './coverage/item.ts'
import { createListings } from './coverage/listings.ts'
import { assertSeesCoverage } from './coverage/sight.ts'
import { coverageItems, coverageTable } from './coverage/table.ts'
import type { Asked } from './coverage/page.ts'
import { walkCoverage } from './coverage/walk.ts'
import { fileReply, formats } from './file-reply-route.ts'
import type { PresentNeighbours } from './neighbours.ts'
import { supplierOperation } from './operation.ts'
import { type CoverageStatus, supplierVocabularies } from './vocabulary.ts'

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

const filters = {
  asOf: z.optional(z.string()),
  supplier: z.optional(id),
  controller: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64})*$/))),
  status: z.optional(
    z
      .string()
      .check(
        z.refine((text) =>
          text.split(',').every((one) => supplierVocabularies.coverageStatus.includes(one as CoverageStatus)),
        ),
      ),
  ),
}

const query = z.strictObject({ ...filters, limit: z.optional(pageLimit), cursor: z.optional(cursorText) })
const counts = z.strictObject({
  covered: z.int(),
  missing: z.int(),
  expired: z.int(),
  notYetValid: z.int(),
  wrongController: z.int(),
})

type Query = z.infer<typeof query>

/** Who processes for us, for which controller, and whether a PUB-avtal covers it on the day: as a list, in figures, as a file. */
export function coverageRoutes(deps: Deps, neighbours: PresentNeighbours): Route[] {
  const reading = { neighbours, listings: createListings(deps.store) }

  async function askedFor(wanted: Omit<Query, 'limit' | 'cursor'>, actor: Actor): Promise<Omit<Asked, 'limit'>> {
    assertSeesCoverage(actor)
    const { supplier, controller, status, asOf } = wanted
    const today = dayOf(deps.now())
    const time = asOf === undefined ? undefined : asOfTime(asOf)
    const day = time === undefined ? today : dayOf(time)
    const tree = time && day < today ? await treeThen(deps, time) : actor.tree
    if (supplier && !(await neighbours.one('supplier', supplier))) throw noSupplier()
    return {
      day,
      ...(time && day < today && { time }),
      ...(supplier && { supplier }),
      ...(controller && { controllers: new Set(controller.split(',').flatMap((unit) => tree.below(unit))) }),
      ...(status && { statuses: status.split(',') as CoverageStatus[] }),
      actor,
      tree,
    }
  }

  return [
    personRoute({
      method: 'GET',
      path: '/api/coverage',
      operationId: 'listCoverage',
      summary: supplierOperation('coverage'),
      query,
      success: { status: 200, schema: pageOf(coverageItem) },
      handler: async ({ query: { limit = defaultLimit, cursor, ...wanted }, actor, language }) => {
        const asked = await askedFor(wanted, actor)
        const { lines, next } = await walkCoverage(reading, { ...asked, limit, ...(cursor && { cursor }) })
        const items = lines.map((line) => itemOf(line, asked.day, actor, language))
        return { body: { items, ...(next && { next }) } }
      },
    }),
    personRoute({
      method: 'GET',
      path: '/api/coverage/count',
      operationId: 'countCoverage',
      summary: supplierOperation('coverageCount'),
      query: z.strictObject(filters),
      success: { status: 200, schema: z.strictObject({ counts, more: z.boolean() }) },
      handler: async ({ query: wanted, actor }) => ({
        body: await countCoverage(reading, await askedFor(wanted, actor)),
      }),
    }),
    personRoute({
      method: 'GET',
      path: '/api/coverage/export',
      operationId: 'exportCoverage',
      summary: supplierOperation('exportCoverage'),
      query: z.strictObject({ ...filters, format: z.enum(formats) }),
      success: { status: 200 },
      handler: async ({ query: { format, ...wanted }, actor, language }) => {
        const asked = await askedFor(wanted, actor)
        return fileReply(deps, coverageTable(actor.tree, language), coverageItems(reading, asked, language), format)
      },
    }),
  ]
}

async function treeThen({ engine }: Deps, time: string): Promise<OrgTree> {
  const { loadTreeThen } = await import('../directory/tree-then.ts')
  return loadTreeThen(engine, time)
}

function noSupplier(): RegisterError {
  return new RegisterError('malformed', 'no such supplier', { reason: 'query-value', params: { name: 'supplier' } })
}
