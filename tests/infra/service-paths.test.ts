import { describe, expect, it } from 'vitest'
import { createClock } from '../../functions/clock.ts'
import { assetRoutes } from '../../functions/assets/routes.ts'
import { createCore } from '../../functions/core.ts'
import { directoryRoutes } from '../../functions/directory/routes.ts'
import { createSignIn } from '../../functions/http/sign-in-service.ts'
import { allKinds } from '../../functions/kinds.ts'
import { processingRoutes } from '../../functions/processing/routes.ts'
import { intakeRoutes } from '../../functions/intake/routes.ts'
import { openFolderHeads } from '../../functions/checkpoint/folder-heads.ts'
import { proofRoutes } from '../../functions/proof/routes.ts'
import { productRoutes } from '../../functions/services.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { supplierRoutes } from '../../functions/suppliers/routes.ts'
import { defaultService, serviceOf, servicePaths } from '../../infra/service-paths.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const temporary = makeTemporaryDirectory()
const store = openEmbeddedStore({ dir: temporary.path })
const core = createCore({ store, clock: createClock(Date.now), kinds: allKinds })
const { deps, directory } = core
const origin = 'https://forteckna.example'
const settings = {
  origin,
  issuer: `${origin}/oidc`,
  clientId: 'forteckna',
  clientSecret: 'local',
  audience: `${origin}/api`,
  personClaim: 'sub',
  providerName: 'Test',
}
const signIn = createSignIn({ store, directory, settings, now: deps.now })
const heads = openFolderHeads(temporary.path)
const own = {
  processing: processingRoutes(deps, directory),
  assets: assetRoutes(deps),
  suppliers: supplierRoutes(deps),
  intake: intakeRoutes(core, { send: async () => {} }),
  proof: proofRoutes(store, allKinds, heads),
  directory: [...directoryRoutes(deps, directory), ...signIn.routes],
}

describe('the paths of the HTTP API', () => {
  it.each(Object.entries(own))('lead every route of %s to it', (service, routes) => {
    expect(routes.length).toBeGreaterThan(5)
    expect(routes.filter(({ path }) => serviceOf(path) !== service).map(({ path }) => path)).toEqual([])
  })

  it('lead what no service claims to the default one', () => {
    const claimed = new Set(Object.values(own).flatMap((routes) => routes.map(({ path }) => path)))
    const rest = productRoutes(core, signIn.routes, undefined, heads).filter(({ path }) => !claimed.has(path))
    expect([...new Set(rest.map(({ path }) => path))].toSorted()).toEqual([
      '/api/health',
      '/api/openapi.json',
      '/api/search',
    ])
    expect(rest.filter(({ path }) => serviceOf(path) !== defaultService)).toEqual([])
  })

  it('name nothing that no route has', async () => {
    const paths = productRoutes(core, signIn.routes, undefined, heads).map(({ path }) => path.replace(':id', '{id}'))
    const idle = Object.values(servicePaths)
      .flat()
      .filter((prefix) => !paths.some((path) => path === prefix || path.startsWith(`${prefix}/`)))
    expect(idle).toEqual([])
    await store.close()
    temporary.remove()
  })
})
