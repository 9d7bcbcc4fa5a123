import { RegisterError } from '../register/errors.ts'
import { parse } from '../register/validate.ts'
import type { Authenticated, Authenticator } from './authenticator.ts'
import { readJson } from './body.ts'
import { relativeTo } from './error-pointers.ts'
import { acceptedLanguage } from './language.ts'
import { problemResponse } from './problem.ts'
import { readQuery } from './query.ts'
import type { PersonCall, Reply, Route } from './route.ts'
import { assertSameOrigin } from './same-origin.ts'

export interface AnswerDeps {
  authenticate: Authenticator
  requestId: string
  origins?: readonly string[]
  /** Told of every error, for the log. */
  failed(error: unknown): void
}

/**
 * One request to its matched route: who is calling, from where, query, body, handler.
 * Never throws; whatever fails becomes a problem in the caller's language.
 */
export async function answerRoute(
  route: Route,
  request: Request,
  params: { readonly [name: string]: string },
  deps: AnswerDeps,
): Promise<Response> {
  let language = acceptedLanguage(request.headers.get('accept-language'))
  try {
    const caller = await callerOf(route, request, deps)
    language = caller?.actor.language ?? language
    const query = readQuery(request.url, route.query)
    const { body, bytes } = await bodyOf(route, request)
    const call = {
      request,
      requestId: deps.requestId,
      params,
      query,
      body,
      bytes,
      language,
      ...caller,
    }
    return responseOf(await route.handler(call as PersonCall), route)
  } catch (error) {
    deps.failed(error)
    return problemResponse(error, { requestId: deps.requestId, language, sentences: route.sentences })
  }
}

async function callerOf(route: Route, request: Request, deps: AnswerDeps): Promise<Authenticated | undefined> {
  const caller = route.access === 'person' ? await deps.authenticate(request) : undefined
  if (route.access === 'person' && !caller) throw new RegisterError('unauthenticated', 'nobody is signed in')
  if (caller?.via !== 'bearer') assertSameOrigin(request, deps.origins ?? [])
  return caller
}

async function bodyOf(route: Route, request: Request): Promise<{ body: unknown; bytes: Uint8Array }> {
  if (!route.body) return { body: undefined, bytes: new Uint8Array() }
  try {
    const { value, bytes } = await readJson(request, route.bodyLimitBytes)
    return { body: parse(route.body, value), bytes }
  } catch (error) {
    throw relativeTo(route.dataPointer, error)
  }
}

function responseOf(reply: Reply | Response, route: Route): Response {
  if (reply instanceof Response) return new Response(reply.body, reply)
  const headers = new Headers(reply.headers)
  const status = reply.status ?? route.success.status
  if (reply.body === undefined) return new Response(null, { status, headers })
  if (!headers.has('content-type')) headers.set('Content-Type', 'application/json')
  return new Response(JSON.stringify(reply.body), { status, headers })
}
