import { Hono } from 'hono/tiny'
import { RegisterError } from '../register/errors.ts'
import { answerRoute, type AnswerDeps } from './answer.ts'
import { acceptedLanguage } from './language.ts'
import type { HttpAnswer, HttpRequest } from './message.ts'
import { problemAnswer } from './problem.ts'
import type { Method, Route } from './route.ts'
import { routeTable } from './route-table.ts'

/** One request on its way, with what the log and the answer say of it. */
export interface Asked {
  request: HttpRequest
  requestId: string
  /** The pattern of the matched route, `-` when none matched. */
  route: string
  error?: unknown
}

export type Dispatch = (asked: Asked) => Promise<HttpAnswer>

/**
 * Hands requests to these routes, or to `otherwise`. Hono routes by the address alone and passes on what handlers return without
 * looking into it, so plain objects stand for the platform's classes here.
 */
export function createDispatch(
  routes: readonly Route[],
  deps: Pick<AnswerDeps, 'authenticate' | 'origins'>,
  otherwise: Dispatch,
): Dispatch {
  const app = new Hono<{ Bindings: Asked }>()
  for (const { path, methods, allow } of routeTable(routes)) {
    app.all(path, async (c) => {
      const asked = c.env
      const { request, requestId } = asked
      if (c.req.path.endsWith('/')) return passed(otherwise(asked))
      asked.route = path
      const route = methods.get((request.method === 'HEAD' ? 'GET' : request.method) as Method)
      if (!route) {
        return passed(failed(asked, new RegisterError('method-not-allowed', 'no such method', { allow: [...allow] })))
      }
      const failure = (error: unknown) => (asked.error = error)
      return passed(answerRoute(route, request, c.req.param(), { ...deps, requestId, failed: failure }))
    })
  }
  app.notFound((c) => passed(otherwise(c.env)))
  app.onError((error, c) => passed(failed(c.env, error)))
  return async (asked) => {
    const address = { method: 'GET', url: asked.request.url } as Request
    return (await app.fetch(address, asked)) as unknown as HttpAnswer
  }
}

function passed(answer: Promise<HttpAnswer>): Promise<Response> {
  return answer as Promise<unknown> as Promise<Response>
}

/** The problem that an error is, in the language the request asks for. */
export function failed(asked: Asked, error: unknown): Promise<HttpAnswer> {
  asked.error = error
  const language = acceptedLanguage(asked.request.headers.get('accept-language'))
  return problemAnswer(error, { requestId: asked.requestId, language })
}
