import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { RegisterError } from '../register/errors.ts'
import type { Authenticator } from './authenticator.ts'
import { answerRoute } from './answer.ts'
import { acceptedLanguage } from './language.ts'
import { type Log, traceOf } from './log.ts'
import { problemResponse } from './problem.ts'
import type { Method, Route } from './route.ts'
import { routeTable } from './route-table.ts'
import { secure } from './security-headers.ts'

export interface AppDeps {
  authenticate: Authenticator
  /** RFC 3339 UTC. */
  now(): string
  newId(prefix: string): string
  log: Log
  /** The service's own origins, where they differ from the address it is asked at. */
  origins?: readonly string[]
  /** What the store has cost so far, in capacity units. */
  meter?: { readonly readUnits: number; readonly writeUnits: number }
  /** Answers what no route does: the files of the web front end. */
  fallback?(request: Request): Promise<Response | undefined>
}

interface Variables {
  requestId: string
  route: string
  error: unknown
}

export type App = Hono<{ Variables: Variables }>

/**
 * The HTTP application of these routes. Every answer carries a request id and the security headers, and leaves one log line.
 * Throws when two routes share method and path, or operation id.
 */
export function createApp({ routes, deps }: { routes: readonly Route[]; deps: AppDeps }): App {
  const app: App = new Hono()
  app.use((c, next) => observed(c, next, deps))
  for (const { path, methods, allow } of routeTable(routes)) {
    app.all(path, async (c) => {
      if (c.req.path.endsWith('/')) return c.notFound()
      c.set('route', path)
      const method = (c.req.method === 'HEAD' ? 'GET' : c.req.method) as Method
      const route = methods.get(method)
      if (!route) return failed(c, new RegisterError('method-not-allowed', 'no such method', { allow: [...allow] }))
      return answerRoute(route, c.req.raw, c.req.param(), {
        ...deps,
        requestId: c.get('requestId'),
        failed: (error) => c.set('error', error),
      })
    })
  }
  app.notFound(async (c) => {
    const served = await deps.fallback?.(c.req.raw)
    return served ?? failed(c, new RegisterError('not-found', 'no such path', { reason: 'path-unknown' }))
  })
  app.onError((error, c) => {
    c.set('error', error)
    return failed(c, error)
  })
  return app
}

type AppContext = Context<{ Variables: Variables }>

async function observed(c: AppContext, next: () => Promise<void>, deps: AppDeps): Promise<void> {
  const started = performance.now()
  const before = { ...deps.meter }
  c.set('requestId', deps.newId('req'))
  c.set('route', '-')
  await next()
  secure(c.res.headers)
  c.res.headers.set('X-Request-Id', c.get('requestId'))
  deps.log({
    time: deps.now(),
    requestId: c.get('requestId'),
    method: c.req.method,
    route: c.get('route'),
    status: c.res.status,
    durationMs: Math.round((performance.now() - started) * 10) / 10,
    ...(deps.meter && {
      readUnits: deps.meter.readUnits - (before.readUnits ?? 0),
      writeUnits: deps.meter.writeUnits - (before.writeUnits ?? 0),
    }),
    ...(c.res.status === 500 && { error: traceOf(c.get('error')) }),
  })
}

function failed(c: AppContext, error: unknown): Response {
  return problemResponse(error, {
    requestId: c.get('requestId'),
    language: acceptedLanguage(c.req.header('accept-language')),
  })
}
