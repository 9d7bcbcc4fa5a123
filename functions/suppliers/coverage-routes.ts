import * as z from 'zod/mini'
import { asOfTime } from '../http/as-of.ts'
import type { Deps } from '../http/deps.ts'
import { cursorText, defaultLimit, pageLimit } from '../http/page-query.ts'
import { pageOf } from '../http/record-schema.ts'
import { personRoute, type Route } from '../http/route.ts'
import { dayOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import { coverageItem, itemOf } from './coverage/item.ts'
import { createListings } from './coverage/listings.ts'
import { assertSeesCoverage } from './coverage/sight.ts'
import { walkCoverage } from './coverage/walk.ts'
import type { Neighbours } from './neighbours.ts'
import { supplierOperation } from './operation.ts'
import { type CoverageStatus, supplierVocabularies } from './vocabulary.ts'

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

const query = z.strictObject({
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
  limit: z.optional(pageLimit),
  cursor: z.optional(cursorText),
})

/** `GET /api/coverage`: who processes for us, for which controller, and whether a PUB-avtal covers it on the day. */
export function coverageRoutes(deps: Deps, neighbours: Neighbours): Route[] {
  const reading = { neighbours, listings: createListings(deps.store) }
  return [
    personRoute({
      method: 'GET',
      path: '/api/coverage',
      operationId: 'listCoverage',
      summary: supplierOperation('coverage'),
      query,
      success: { status: 200, schema: pageOf(coverageItem) },
      handler: async ({ query: asked, actor, language }) => {
        assertSeesCoverage(actor)
        const { supplier, controller, status, limit, cursor, asOf } = asked
        const today = dayOf(deps.now())
        const time = asOf === undefined ? undefined : asOfTime(asOf)
        const day = time === undefined ? today : dayOf(time)
        if (supplier && !(await neighbours.one('supplier', supplier))) throw noSupplier()
        const { lines, next } = await walkCoverage(reading, {
          day,
          ...(time && day < today && { time }),
          ...(supplier && { supplier }),
          ...(controller && { controllers: new Set(controller.split(',').flatMap((unit) => actor.tree.below(unit))) }),
          ...(status && { statuses: status.split(',') as CoverageStatus[] }),
          limit: limit ?? defaultLimit,
          ...(cursor && { cursor }),
          actor,
        })
        const items = lines.map((line) => itemOf(line, day, actor, language))
        return { body: { items, ...(next && { next }) } }
      },
    }),
  ]
}

function noSupplier(): RegisterError {
  return new RegisterError('malformed', 'no such supplier', { reason: 'query-value', params: { name: 'supplier' } })
}
