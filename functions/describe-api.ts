import { stdout } from 'node:process'
import { localHeads } from './checkpoint/local.ts'
import { createClock } from './clock.ts'
import { createCore } from './core.ts'
import { openApiDocument } from './http/openapi.ts'
import { createSignIn } from './http/sign-in-service.ts'
import { allKinds } from './kinds.ts'
import { productRoutes } from './services.ts'
import { openEmbeddedStore } from './store/embedded.ts'

/** Prints the OpenAPI document of the whole product, for where each service knows its own routes only. */
const clock = createClock(Date.now)
const store = openEmbeddedStore({ file: ':memory:' })
const core = createCore({ store, clock, kinds: allKinds })
const settings = {
  origin: '',
  issuer: '',
  audience: '',
  personClaim: '',
  clientId: '',
  clientSecret: '',
  providerName: '',
}
const signIn = createSignIn({
  store,
  directory: core.directory,
  settings: { ...settings, origin: 'http://localhost' },
  now: clock.now,
})
const routes = productRoutes(core, signIn.routes, undefined, localHeads('.'))
stdout.write(JSON.stringify(openApiDocument(routes, 'en')))
await store.close()
