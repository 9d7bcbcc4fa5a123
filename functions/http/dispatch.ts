import { RegisterError } from '../register/errors.ts'
import { answerRoute, type AnswerDeps } from './answer.ts'
import { acceptedLanguage } from './language.ts'
import type { HttpAnswer, HttpRequest } from './message.ts'
import { problemAnswer } from './problem.ts'
import type { Method, Route } from './route.ts'
import { findPath, routeTable } from './route-table.ts'

/** One request on its way, with what the log and the answer say of it. */
export interface Asked {
  request: HttpRequest
  requestId: string
  /** The pattern of the matched route, `-` when none matched. */
  route: string
  error?: unknown
}

export type Dispatch = (asked: Asked) => Promise<HttpAnswer>

/** Hands requests to these routes, or to `otherwise`. */
export function createDispatch(
  routes: readonly Route[],
  deps: Pick<AnswerDeps, 'authenticate' | 'origins'>,
  otherwise: Dispatch,
): Dispatch {
  const table = routeTable(routes)
  return async (asked) => {
    const { request, requestId } = asked
    const found = findPath(table, new URL(request.url).pathname)
    if (!found) return otherwise(asked)
    const { path, methods, allow } = found.routes
    asked.route = path
    const route = methods.get((request.method === 'HEAD' ? 'GET' : request.method) as Method)
    if (!route) return failed(asked, new RegisterError('method-not-allowed', 'no such method', { allow: [...allow] }))
    const failure = (error: unknown) => (asked.error = error)
    return answerRoute(route, request, found.params, { ...deps, requestId, failed: failure })
  }
}

/** The problem that an error is, in the language the request asks for. */
export function failed(asked: Asked, error: unknown): Promise<HttpAnswer> {
  asked.error = error
  const language = acceptedLanguage(asked.request.headers.get('accept-language'))
  return problemAnswer(error, { requestId: asked.requestId, language })
}
