import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../../functions/clock.ts'
import { createCore, type Core } from '../../functions/core.ts'
import { fillDemo } from '../../functions/demo/fill.ts'
import { createApp } from '../../functions/http/app.ts'
import { createAuthenticator } from '../../functions/http/authorize.ts'
import { createSessionCookies } from '../../functions/http/session-cookie.ts'
import { createSessions } from '../../functions/http/session.ts'
import { allKinds } from '../../functions/kinds.ts'
import { productRoutes } from '../../functions/services.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { createMeter, type Meter } from '../../functions/store/meter.ts'

const origin = 'https://forteckna.example'

/** Calls the app and answers the parsed body; checks nothing, so that only the product is measured. */
// oxlint-disable-next-line typescript/no-explicit-any -- answers of every shape
export type Caller = (path: string, request?: RequestInit) => Promise<any>

export interface BenchProduct {
  /** A caller with a real session of this demo person; throws at any answer but 2xx. */
  signedIn(userId: string): Promise<Caller>
  core: Core
  meter: Meter
  close(): Promise<void>
}

/** The product at the app, on an embedded store in a directory; a new one gets the demo data and what `fill` adds. */
export async function openBenchProduct(dir: string, fill?: (core: Core) => Promise<void>): Promise<BenchProduct> {
  const isNew = !existsSync(join(dir, 'forteckna.sqlite'))
  const clock = createClock(Date.now)
  const meter = createMeter()
  const store = openEmbeddedStore({ dir, meter, now: clock.ms })
  if (isNew) await fillDemo(store, clock, true)
  const core = createCore({ store, clock, kinds: allKinds })
  if (isNew) await fill?.(core)
  const sessions = createSessions({ store, now: clock.now })
  const cookies = createSessionCookies(origin)
  const verifyBearer = async () => undefined
  const authenticate = createAuthenticator({ sessions, cookies, verifyBearer, directory: core.directory })
  const deps = { ...core.deps, authenticate, log: () => {}, meter, origins: [origin] }
  const app = createApp({ routes: productRoutes(core, []), deps })
  return {
    core,
    meter,
    signedIn: async (userId) => {
      const personId = await core.directory.find(userId)
      const cookie = cookies.setSession(await sessions.start(personId!, 'sv')).split(';')[0]!
      const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' }
      return async (path, request = {}) => {
        const response = await app.request(origin + path, { ...request, headers: { ...headers, ...request.headers } })
        const body = JSON.parse(await response.text())
        if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`)
        return body
      }
    },
    close: () => store.close(),
  }
}
