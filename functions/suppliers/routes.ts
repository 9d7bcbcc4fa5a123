import type { Deps } from '../http/deps.ts'
import { recordRoutes } from '../http/records.ts'
import type { Route } from '../http/route.ts'
import { agreementRoutes } from './agreement-routes.ts'
import { coverageRoutes } from './coverage-routes.ts'
import { createNeighbours } from './neighbours.ts'
import { supplierPresenter } from './presenter.ts'
import { supplier } from './supplier.ts'

/** What a client may ask of suppliers and agreements. */
export function supplierRoutes(deps: Deps): Route[] {
  const neighbours = createNeighbours(deps.store)
  return [
    ...recordRoutes(supplier, deps, supplierPresenter(deps)),
    ...agreementRoutes(deps, neighbours),
    ...coverageRoutes(deps, neighbours),
  ]
}
