import { documentRoutes } from '../documents/document-routes.ts'
import type { Deps } from '../http/deps.ts'
import type { Route } from '../http/route.ts'
import { agreementDocuments } from './agreement-documents.ts'
import { agreementRoutes } from './agreement-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { coverageRoutes } from './coverage-routes.ts'
import { findingCountRoutes } from './finding-count-routes.ts'
import { createNeighbours } from './neighbours.ts'
import { readListRoute } from './read-list-route.ts'
import { subProcessorRoutes } from './sub-processor-routes.ts'
import { supplierRecordRoutes } from './supplier-routes.ts'

/** What a client may ask of suppliers and agreements. */
export function supplierRoutes(deps: Deps): Route[] {
  const neighbours = createNeighbours(deps.store)
  return [
    ...supplierRecordRoutes(deps, neighbours),
    ...agreementRoutes(deps, neighbours),
    ...findingCountRoutes(deps, neighbours),
    ...subProcessorRoutes(deps),
    readListRoute(deps),
    ...documentRoutes(deps, agreementDocuments),
    ...calendarRoutes(deps, neighbours),
    ...coverageRoutes(deps, neighbours),
  ]
}
