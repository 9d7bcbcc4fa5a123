import { RegisterError } from '../register/errors.ts'
import type { Authenticator } from './authenticator.ts'
import { answerRoute } from './answer.ts'
import { acceptedLanguage } from './language.ts'
import { type Log, traceOf } from './log.ts'
import { type HttpAnswer, type HttpRequest, toResponse } from './message.ts'
import { problemAnswer } from './problem.ts'
import type { Method, Route } from './route.ts'
import { type FoundPath, type RouteTable, routeTable } from './route-table.ts'
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
  fallback?(request: HttpRequest): Promise<HttpAnswer | undefined>
}

/** Routes whose code is loaded at the first request below a path. */
export interface LaterRoutes {
  /** `/api/session` */
  under: string
  load(): Promise<readonly Route[]>
}

export interface AppRoutes {
  routes?: readonly Route[]
  /** For what none of `routes` answers: the first of these that the request is under. */
  later?: readonly LaterRoutes[]
}

/** The HTTP application. None of its functions rejects for what a request holds. */
export interface App {
  answer(request: HttpRequest): Promise<HttpAnswer>
  /** The same in the platform's terms. */
  fetch(request: Request): Promise<Response>
  /** The same by path alone. */
  request(path: string, init?: RequestInit): Promise<Response>
}

/** What the log and the answer say of one request beside its route's own. */
interface Trace {
  requestId: string
  /** The pattern of the matched route. */
  route: string
  error?: unknown
}

/**
 * The HTTP application of these routes. Every answer carries a request id and the security headers, and leaves one log line.
 * Throws when two routes share method and path, or operation id.
 */
export function createApp({ routes = [], later = [], deps }: AppRoutes & { deps: AppDeps }): App {
  const find = finder(routeTable(routes), later)
  const answer = (request: HttpRequest) => observed(request, deps, (trace) => answered(request, find, trace, deps))
  const fetch = async (request: Request): Promise<Response> => toResponse(await answer(request))
  const here = 'http://localhost'
  return { answer, fetch, request: (path, init) => fetch(new Request(new URL(path, here), init)) }
}

type Finder = (pathname: string) => Promise<FoundPath | undefined>

function finder(known: RouteTable, later: readonly LaterRoutes[]): Finder {
  const loaded = new Map<LaterRoutes, Promise<RouteTable>>()
  const tableOf = (part: LaterRoutes): Promise<RouteTable> => {
    const table = loaded.get(part) ?? part.load().then(routeTable)
    loaded.set(part, table)
    table.catch(() => loaded.delete(part))
    return table
  }
  return async (pathname) => {
    const found = known.find(pathname)
    const part = found ? undefined : later.find(({ under }) => `${pathname}/`.startsWith(`${under}/`))
    return part ? (await tableOf(part)).find(pathname) : found
  }
}

async function observed(
  request: HttpRequest,
  deps: AppDeps,
  answerTo: (trace: Trace) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const started = performance.now()
  const before = { ...deps.meter }
  const trace: Trace = { requestId: deps.newId('req'), route: '-' }
  const answer = await answerTo(trace)
  secure(answer.headers)
  answer.headers.set('x-request-id', trace.requestId)
  deps.log({
    time: deps.now(),
    requestId: trace.requestId,
    method: request.method,
    route: trace.route,
    status: answer.status,
    durationMs: Math.round((performance.now() - started) * 10) / 10,
    ...(deps.meter && {
      readUnits: deps.meter.readUnits - (before.readUnits ?? 0),
      writeUnits: deps.meter.writeUnits - (before.writeUnits ?? 0),
    }),
    ...(answer.status === 500 && { error: traceOf(trace.error) }),
  })
  return request.method === 'HEAD' ? { ...answer, body: null } : answer
}

async function answered(request: HttpRequest, find: Finder, trace: Trace, deps: AppDeps): Promise<HttpAnswer> {
  const failed = (error: unknown) => {
    trace.error = error
    const language = acceptedLanguage(request.headers.get('accept-language'))
    return problemAnswer(error, { requestId: trace.requestId, language })
  }
  try {
    const found = await find(new URL(request.url).pathname)
    if (!found) {
      const unknown = new RegisterError('not-found', 'no such path', { reason: 'path-unknown' })
      return (await deps.fallback?.(request)) ?? (await failed(unknown))
    }
    trace.route = found.path
    const route = found.methods.get((request.method === 'HEAD' ? 'GET' : request.method) as Method)
    if (!route) {
      return await failed(new RegisterError('method-not-allowed', 'no such method', { allow: [...found.allow] }))
    }
    return await answerRoute(route, request, found.params, {
      ...deps,
      requestId: trace.requestId,
      failed: (error) => (trace.error = error),
    })
  } catch (error) {
    return failed(error)
  }
}
