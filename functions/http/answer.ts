import { parse } from '../register/change/validate.ts'
import { RegisterError } from '../register/errors.ts'
import type { Authenticated, Authenticator } from './authenticator.ts'
import { readJson } from './body.ts'
import { relativeTo } from './error-pointers.ts'
import { acceptedLanguage } from './language.ts'
import { answerHeaders, type HttpAnswer, type HttpRequest } from './message.ts'
import { problemAnswer } from './problem.ts'
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
  request: HttpRequest,
  params: { readonly [name: string]: string },
  deps: AnswerDeps,
): Promise<HttpAnswer> {
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
    return answerOf(await route.handler(call as PersonCall), route)
  } catch (error) {
    deps.failed(error)
    return problemAnswer(error, { requestId: deps.requestId, language, sentences: route.sentences })
  }
}

async function callerOf(route: Route, request: HttpRequest, deps: AnswerDeps): Promise<Authenticated | undefined> {
  const caller = route.access === 'person' ? await deps.authenticate(request) : undefined
  if (route.access === 'person' && !caller) throw new RegisterError('unauthenticated', 'nobody is signed in')
  if (caller?.via !== 'bearer') assertSameOrigin(request, deps.origins ?? [])
  return caller
}

async function bodyOf(route: Route, request: HttpRequest): Promise<{ body: unknown; bytes: Uint8Array }> {
  if (!route.body) return { body: undefined, bytes: new Uint8Array() }
  try {
    const { value, bytes } = await readJson(request, route.bodyLimitBytes)
    return { body: parse(route.body, value), bytes }
  } catch (error) {
    throw relativeTo(route.dataPointer, error)
  }
}

function answerOf(reply: Reply, route: Route): HttpAnswer {
  const headers = answerHeaders(reply.headers)
  const status = reply.status ?? route.success.status
  if (reply.content !== undefined) return { status, headers, body: reply.content }
  if (reply.body === undefined) return { status, headers, body: null }
  if (!headers.has('content-type')) headers.set('content-type', 'application/json')
  return { status, headers, body: JSON.stringify(reply.body) }
}
