import { RegisterError } from '../register/errors.ts'
import type { Authenticator } from './authenticator.ts'
import { type Asked, createDispatch, type Dispatch, failed } from './dispatch.ts'
import { type Log, slowMs, traceOf } from './log.ts'
import { type HttpAnswer, type HttpRequest, toResponse } from './message.ts'
import type { Route } from './route.ts'
import { secure } from './security-headers.ts'

export interface AppDeps {
  authenticate: Authenticator
  /** RFC 3339 UTC. */
  now(): string
  newId(prefix: string): string
  log: Log
  /** The trace that the request under way is part of. */
  traceId?(): string | undefined
  /** The service's own origins, where they differ from the address it is asked at. */
  origins?: readonly string[]
  /** What the store has cost so far, in capacity units. */
  meter?: { readonly readUnits: number; readonly writeUnits: number }
  /** Whether a request came in the right way; all do when absent. */
  admits?(request: HttpRequest): boolean
  /** Makes an answer such that the platform can carry it; what it throws is answered instead. */
  carry?(answer: HttpAnswer, request: HttpRequest): Promise<HttpAnswer>
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

/**
 * The HTTP application of these routes. Every answer carries a request id and the security headers, and leaves one log line.
 * Throws when two routes share method and path, or operation id.
 */
export function createApp({ routes = [], later = [], deps }: AppRoutes & { deps: AppDeps }): App {
  const nowhere: Dispatch = async (asked) =>
    (await deps.fallback?.(asked.request)) ??
    failed(asked, new RegisterError('not-found', 'no such path', { reason: 'path-unknown' }))
  const dispatch = createDispatch(routes, deps, dispatchLater(later, deps, nowhere))
  const answer = (request: HttpRequest) => observed(request, deps, dispatch)
  const fetch = async (request: Request): Promise<Response> => toResponse(await answer(request))
  const here = 'http://localhost'
  return { answer, fetch, request: (path, init) => fetch(new Request(new URL(path, here), init)) }
}

function dispatchLater(later: readonly LaterRoutes[], deps: AppDeps, otherwise: Dispatch): Dispatch {
  const loaded = new Map<LaterRoutes, Promise<Dispatch>>()
  const loading = (part: LaterRoutes): Promise<Dispatch> => {
    const dispatch = loaded.get(part) ?? part.load().then((routes) => createDispatch(routes, deps, otherwise))
    loaded.set(part, dispatch)
    dispatch.catch(() => loaded.delete(part))
    return dispatch
  }
  return async (asked) => {
    const { pathname } = new URL(asked.request.url)
    const part = later.find(({ under }) => `${pathname}/`.startsWith(`${under}/`))
    return (part ? await loading(part) : otherwise)(asked)
  }
}

/** What a log may name; anything else is the caller's own word. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])

async function observed(request: HttpRequest, deps: AppDeps, dispatch: Dispatch): Promise<HttpAnswer> {
  const started = performance.now()
  const before = { ...deps.meter }
  const asked: Asked = { request, requestId: deps.newId('req'), route: '-' }
  const admitted = deps.admits?.(request) ?? true
  const dispatched = admitted ? dispatch(asked) : failed(asked, pastCdn())
  const carried = deps.carry ? dispatched.then((answer) => deps.carry!(answer, request)) : dispatched
  const answer = await carried.catch((error: unknown) => failed(asked, error))
  secure(answer.headers)
  answer.headers.set('x-request-id', asked.requestId)
  const traceId = deps.traceId?.()
  const durationMs = Math.round((performance.now() - started) * 10) / 10
  deps.log({
    time: deps.now(),
    requestId: asked.requestId,
    ...(traceId && { traceId }),
    method: knownMethods.has(request.method) ? request.method : '-',
    route: asked.route,
    status: answer.status,
    ...(!admitted && { pastCdn: true }),
    durationMs,
    ...(durationMs >= slowMs && { slow: true }),
    ...(deps.meter && {
      readUnits: deps.meter.readUnits - (before.readUnits ?? 0),
      writeUnits: deps.meter.writeUnits - (before.writeUnits ?? 0),
    }),
    ...(answer.status === 500 && { error: traceOf(asked.error) }),
  })
  return request.method === 'HEAD' ? { ...answer, body: null } : answer
}

function pastCdn(): RegisterError {
  return new RegisterError('forbidden', 'not by way of the CDN', { reason: 'past-cdn' })
}
