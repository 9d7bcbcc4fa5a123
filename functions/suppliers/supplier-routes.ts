import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { cursorText, pageLimit } from '../http/page-query.ts'
import { idOf } from '../http/record-reply.ts'
import { pageOf } from '../http/record-schema.ts'
import { recordRoutes } from '../http/records.ts'
import { personRoute, type Route } from '../http/route.ts'
import { dayOf } from '../register/core.ts'
import type { SupplierFacts } from './facts.ts'
import type { Neighbours } from './neighbours.ts'
import { supplierOperation } from './operation.ts'
import { supplierPresenter } from './presenter.ts'
import { renewedAssessments } from './reassessments.ts'
import { similarSuppliers } from './similar-suppliers.ts'
import { supplier } from './supplier.ts'
import { pageOfWhole } from '../http/whole-list.ts'

const analysis = z.strictObject({
  diaryNumber: z.optional(z.string()),
  date: z.optional(z.string()),
  result: z.optional(z.string()),
  note: z.optional(z.string()),
})

const assessment = z.strictObject({
  pointer: z.string(),
  agreementId: z.optional(z.string()),
  trigger: z.string(),
  names: z.optional(z.array(z.string())),
  text: z.optional(z.string()),
  at: z.iso.date(),
  due: z.iso.date(),
  open: z.boolean(),
  by: z.array(z.string()),
  records: z.array(
    z.strictObject({ kind: z.string(), id: z.string(), number: z.optional(z.string()), name: z.string() }),
  ),
  riskAnalysisId: z.optional(analysis),
})

const similar = z.strictObject({
  id: z.string(),
  number: z.optional(z.string()),
  name: z.string(),
  matched: z.string(),
  country: z.optional(z.string()),
  state: z.string(),
  score: z.number(),
})

/** The common routes of suppliers, what is to be assessed again, and names like one. */
export function supplierRecordRoutes(deps: Deps, neighbours: Neighbours): Route[] {
  return [
    ...recordRoutes(supplier, deps, supplierPresenter(deps)),
    personRoute({
      method: 'GET',
      path: '/api/suppliers/similar',
      operationId: 'listSimilarSuppliers',
      summary: supplierOperation('similarSuppliers'),
      query: z.strictObject({
        name: z.string().check(z.maxLength(200)),
        exclude: z.optional(z.string().check(z.maxLength(64))),
      }),
      success: { status: 200, schema: z.strictObject({ items: z.array(similar) }) },
      handler: async ({ query, actor }) => ({ body: { items: await similarSuppliers(deps.engine, query, actor) } }),
    }),
    personRoute({
      method: 'GET',
      path: '/api/suppliers/:id/reassessments',
      operationId: 'listSupplierReassessments',
      summary: supplierOperation('reassessments'),
      query: z.strictObject({ limit: z.optional(pageLimit), cursor: z.optional(cursorText) }),
      success: { status: 200, schema: pageOf(assessment) },
      handler: async (call) => {
        const { record } = await deps.engine.get(supplier, idOf(call), call.actor)
        const facts = (await neighbours.one('supplier', record.id)) as SupplierFacts
        const all = await renewedAssessments(neighbours, facts, call.actor, dayOf(deps.now()))
        return { body: pageOfWhole(all, call.query) }
      },
    }),
  ]
}
