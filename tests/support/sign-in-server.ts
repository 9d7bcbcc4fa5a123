import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createClock } from '../../functions/clock.ts'
import { createCore, type Core } from '../../functions/core.ts'
import { fillOrganisation, type DemoDirectory } from '../../functions/demo/fill-organisation.ts'
import { demoPeople } from '../../functions/demo/people.ts'
import { directoryKinds } from '../../functions/directory/kinds.ts'
import { directoryRoutes } from '../../functions/directory/routes.ts'
import { createApp } from '../../functions/http/app.ts'
import { createSignIn } from '../../functions/http/sign-in-service.ts'
import { openIdentityProvider, type IdentityProvider } from '../../functions/identity/provider.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

/** The product's sign-in and directory over HTTP on localhost, with the real local identity provider and the demo organisation. */
export interface SignInServer {
  origin: string
  dataDir: string
  core: Core
  demo: DemoDirectory
  provider: IdentityProvider
  /** Moves the product's clock forward. */
  pass(ms: number): void
  /** A look at, or a change of, what the provider's answers say, before they leave. */
  tamper: { token?(body: { [name: string]: unknown }): Promise<void> | void }
  /** What the log was told of sign-ins that did not hold. */
  troubles: object[]
  /** Ends process-wide state and begins again on the same data, at the same address. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startSignInServer(): Promise<SignInServer> {
  const directory = makeTemporaryDirectory()
  const store = openEmbeddedStore({ dir: directory.path })
  let passedMs = 0
  const clock = createClock(() => Date.now() + passedMs)
  const core = createCore({ store, clock, kinds: directoryKinds as never })
  const demo = await fillOrganisation(core.deps.engine, '2026-01-01')
  const troubles: object[] = []
  const tamper: SignInServer['tamper'] = {}

  let answer = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`

  const boot = async (): Promise<IdentityProvider> => {
    const fresh = createCore({ store, clock, kinds: directoryKinds as never })
    const provider = await openIdentityProvider({
      origin,
      dataDir: directory.path,
      directory: fresh.directory,
      logins: demoPeople.filter((person) => person.login).map((person) => person.userId),
      stylesheets: async () => ['/assets/main.css'],
    })
    const signIn = createSignIn({
      store,
      directory: fresh.directory,
      settings: provider.settings,
      now: clock.now,
      report: (trouble) => troubles.push(trouble),
    })
    const app = createApp({
      routes: [...signIn.routes, ...directoryRoutes(fresh.deps, fresh.directory)],
      deps: {
        authenticate: signIn.authenticate,
        now: clock.now,
        newId: fresh.deps.newId,
        log: () => {},
        origins: [origin],
      },
    })
    const listener = getRequestListener(app.fetch)
    answer = (request, response) => {
      const path = new URL(request.url ?? '/', origin).pathname
      if (!provider.owns(path)) return void listener(request, response)
      if (path === '/oidc/token' && tamper.token) changeAnswer(response, tamper.token)
      return provider.handler(request, response)
    }
    return provider
  }

  const started: SignInServer = {
    origin,
    dataDir: directory.path,
    core,
    demo,
    provider: await boot(),
    pass: (ms) => void (passedMs += ms),
    tamper,
    troubles,
    restart: async () => void (started.provider = await boot()),
    close: async () => {
      await closed(server)
      await store.close()
      directory.remove()
    },
  }
  return started
}

function changeAnswer(response: ServerResponse, change: NonNullable<SignInServer['tamper']['token']>): void {
  const end = response.end.bind(response)
  response.end = ((body?: string | Buffer) => {
    const told = JSON.parse(String(body)) as { [name: string]: unknown }
    void Promise.resolve(change(told)).then(() => {
      const changed = JSON.stringify(told)
      response.setHeader('content-length', Buffer.byteLength(changed))
      end(changed)
    })
    return response
  }) as typeof response.end
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
