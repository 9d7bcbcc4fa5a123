import { assetRoutes } from './assets/routes.ts'
import type { Core } from './core.ts'
import { healthRoute, withDocument } from './http/about.ts'
import type { Route } from './http/route.ts'
import { searchRoute } from './http/search-route.ts'
import { allKinds } from './kinds.ts'
import { supplierRoutes } from './suppliers/routes.ts'

/** The routes of every service but sign-in, which depends on where the identity provider is. */
export function serviceRoutes({ deps }: Core): Route[] {
  return [healthRoute(), searchRoute(deps, allKinds), ...assetRoutes(deps), ...supplierRoutes(deps)]
}

/** All routes of the product in one application, with the document that describes them. */
export function productRoutes(core: Core, signInRoutes: readonly Route[]): Route[] {
  return withDocument([...serviceRoutes(core), ...signInRoutes])
}
