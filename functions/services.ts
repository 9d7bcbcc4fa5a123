import { assetRoutes } from './assets/routes.ts'
import type { SealedHeads } from './checkpoint/heads.ts'
import { proofRoutes } from './proof/routes.ts'
import { proofShapes } from './proof/shapes.ts'
import type { Core } from './core.ts'
import { directoryRoutes } from './directory/routes.ts'
import { exportRoutes } from './export/export-routes.ts'
import { health, withDocument } from './http/about.ts'
import { healthRoute } from './http/health-route.ts'
import type { Route } from './http/route.ts'
import { searchRoute } from './http/search-route.ts'
import { allKinds } from './kinds.ts'
import { feedRoutes } from './intake/feed-routes.ts'
import { importRoutes } from './intake/import-routes.ts'
import type { Intake } from './intake/intake.ts'
import { createLocalIntake } from './local-intake.ts'
import { allOutlines } from './outlines.ts'
import { processingRoutes } from './processing/routes.ts'
import { supplierBeyondAssets } from './suppliers/beyond-assets.ts'
import { supplierBeyond } from './suppliers/beyond.ts'
import { supplierRoutes } from './suppliers/routes.ts'

/** The routes of every service but sign-in, which depends on where the identity provider is. */
export function serviceRoutes({ deps, directory }: Core, intake: Intake): Route[] {
  return [
    healthRoute(health),
    searchRoute(deps, allOutlines),
    ...processingRoutes(deps, directory, supplierBeyond(deps)),
    ...assetRoutes(deps, supplierBeyondAssets(deps)),
    ...supplierRoutes(deps),
    ...directoryRoutes(deps, directory),
    ...importRoutes(intake.deps, intake.imports),
    ...exportRoutes(intake.deps),
    ...feedRoutes(intake.deps, deps.store),
  ]
}

/**
 * All routes of the product in one application, with the document that describes them.
 * @param heads where seals of the history are kept, for the routes that prove it
 */
export function productRoutes(
  core: Core,
  signInRoutes: readonly Route[],
  intake: Intake = createLocalIntake(core),
  heads?: SealedHeads,
): Route[] {
  const proving = heads ? proofRoutes(core.deps.store, allKinds, heads, proofShapes) : []
  return withDocument([...serviceRoutes(core, intake), ...proving, ...signInRoutes])
}
