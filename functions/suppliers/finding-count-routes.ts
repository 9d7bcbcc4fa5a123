import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { personRoute, type PersonCall, type Route } from '../http/route.ts'
import type { Finding } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import { countBySeverity } from '../register/gravity.ts'
import { agreement } from './agreement.ts'
import { findingsOfSupplier } from './findings/supplier.ts'
import type { PresentNeighbours } from './neighbours.ts'
import { supplierOperation } from './operation.ts'
import { shownFindings } from './shown-findings.ts'
import { supplier } from './supplier.ts'

const most = 100

const query = z.strictObject({
  id: z.string().check(
    z.regex(/^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64})*$/),
    z.refine((text) => text.split(',').length <= most),
  ),
})

const counts = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), K: z.int(), H: z.int(), M: z.int(), L: z.int() })),
})

type Call = PersonCall<z.infer<typeof query>, unknown>

/**
 * `GET /api/suppliers/finding-counts?id=…` and the same of agreements: how many findings their pages show today. Asked for after a
 * list, so that the list itself stays quick. Those that the caller may not read are left out.
 */
export function findingCountRoutes({ engine, now }: Deps, neighbours: PresentNeighbours): Route[] {
  const ofSuppliers = async ({ query: { id }, actor }: Call) => {
    const records = await engine.getMany(supplier, id.split(','), actor)
    return records.map((record) => counted(record.id, findingsOfSupplier(record, dayOf(now()))))
  }
  const ofAgreements = async ({ query: { id }, actor }: Call) => {
    const records = await engine.getMany(agreement, id.split(','), actor)
    const about = { today: dayOf(now()), tree: actor.tree }
    return Promise.all(
      records.map(async (record) => counted(record.id, (await shownFindings(neighbours, record, about)).findings)),
    )
  }
  return [
    personRoute({
      method: 'GET',
      path: '/api/suppliers/finding-counts',
      operationId: 'countSupplierFindings',
      summary: supplierOperation('supplierFindingCounts'),
      query,
      success: { status: 200, schema: counts },
      handler: async (call) => ({ body: { items: await ofSuppliers(call) } }),
    }),
    personRoute({
      method: 'GET',
      path: '/api/agreements/finding-counts',
      operationId: 'countAgreementFindings',
      summary: supplierOperation('agreementFindingCounts'),
      query,
      success: { status: 200, schema: counts },
      handler: async (call) => ({ body: { items: await ofAgreements(call) } }),
    }),
  ]
}

function counted(id: string, findings: readonly Finding[]) {
  return { id, ...countBySeverity(findings) }
}
