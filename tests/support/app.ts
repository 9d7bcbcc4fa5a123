import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localHeads } from '../../functions/checkpoint/local.ts'
import { createClock } from '../../functions/clock.ts'
import { createCore, type Core } from '../../functions/core.ts'
import { fillDemo } from '../../functions/demo/fill.ts'
import { type DemoDirectory, fillOrganisation } from '../../functions/demo/fill-organisation.ts'
import { type App, type AppDeps, createApp } from '../../functions/http/app.ts'
import { openFolder } from '../../functions/files/folder.ts'
import type { Authenticator } from '../../functions/http/authenticator.ts'
import { acceptedLanguage } from '../../functions/http/language.ts'
import type { LogLine } from '../../functions/http/log.ts'
import type { Route } from '../../functions/http/route.ts'
import type { Intake } from '../../functions/intake/intake.ts'
import { createLocalIntake } from '../../functions/local-intake.ts'
import { allKinds } from '../../functions/kinds.ts'
import { productRoutes } from '../../functions/services.ts'
import type { ChangeFeed } from '../../functions/store/changes.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { createMeter, type Meter } from '../../functions/store/meter.ts'
import type { Store } from '../../functions/store/store.ts'
import { type Client, createClient } from './client.ts'

export interface TestApp extends DemoDirectory {
  /** The data directory. */
  dir: string
  app: App
  core: Core
  intake: Intake
  store: Store
  /** What the store tells of its changes. */
  changes: ChangeFeed
  meter: Meter
  log: LogLine[]
  routes: readonly Route[]
  /** A client that calls as this demo person, by access token unless `via` says by session cookie. */
  as(userId: string, via?: 'session' | 'bearer'): Client
  /** A client that nobody has signed in with. */
  anybody: Client
  /** Lets that many milliseconds pass. */
  advance(ms: number): void
  close(): Promise<void>
}

export interface TestAppOptions {
  /** RFC 3339; the clock runs on from there. */
  start?: string
  /** Routes beside those of the product. */
  moreRoutes?: readonly Route[]
  /** Stands between the product and its store. */
  wrapStore?(store: Store): Store
  /** With the whole demo register, as a first start has it; `units` and `people` are then empty. */
  demo?: boolean
  origins?: AppDeps['origins']
  fallback?: AppDeps['fallback']
}

/** The whole product without its web, on a store of its own in a temporary directory, with the demo organisation. */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dir = await mkdtemp(join(tmpdir(), 'forteckna-api-'))
  let aheadMs = 0
  const clock = createClock(() => Date.now() + aheadMs, options.start ?? '2026-11-21T12:00:00Z')
  const meter = createMeter()
  const opened = openEmbeddedStore({ dir, meter, now: clock.ms })
  const store = options.wrapStore?.(opened) ?? opened
  const core = createCore({ store, clock, kinds: allKinds, files: openFolder(join(dir, 'files')) })
  const intake = createLocalIntake(core)
  const filled = options.demo ? await withDemo() : await fillOrganisation(core.deps.engine, '2026-01-01')
  const routes = [...productRoutes(core, [], intake, localHeads(dir)), ...(options.moreRoutes ?? [])]
  const log: LogLine[] = []
  const { origins, fallback } = options
  const app = createApp({
    routes,
    deps: {
      ...core.deps,
      authenticate: testAuthenticator(core),
      log: (line) => log.push(line),
      meter,
      origins,
      fallback,
    },
  })
  async function withDemo(): Promise<DemoDirectory> {
    await fillDemo(store, clock, true)
    return { units: {}, people: {} }
  }
  return {
    ...filled,
    dir,
    app,
    core,
    intake,
    store,
    changes: opened,
    meter,
    log,
    routes,
    as: (userId, via = 'bearer') =>
      createClient(app, routes, via === 'bearer' ? { Authorization: `Test ${userId}` } : { Cookie: `test=${userId}` }),
    anybody: createClient(app, routes, {}),
    advance: (ms) => {
      aheadMs += ms
    },
    close: async () => {
      await intake.runner.close()
      await opened.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Believes whoever says who they are; what they may do is decided by their real roles. */
function testAuthenticator({ directory }: Core): Authenticator {
  return async (request) => {
    const bearer = /^Test (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
    const session = /(?:^|; )test=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
    const personId = await directory.find(bearer ?? session ?? '-')
    const language = acceptedLanguage(request.headers.get('accept-language'))
    const actor = personId && (await directory.actor(personId, language))
    return actor ? { actor, via: bearer ? 'bearer' : 'session' } : undefined
  }
}
