import type { App } from '../../functions/http/app.ts'
import type { Route } from '../../functions/http/route.ts'
import { assertInContract } from './contract.ts'

/** An answer with its body read: JSON where it is JSON, otherwise text. */
export interface Answer {
  status: number
  headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  body: any
}

type HeaderValues = { [name: string]: string }

/** Calls the app as one caller. */
export interface Client {
  get(path: string, headers?: HeaderValues): Promise<Answer>
  post(path: string, body?: unknown, headers?: HeaderValues): Promise<Answer>
  put(path: string, body: unknown, headers?: HeaderValues): Promise<Answer>
  /** Whatever the request says, with the caller's own headers added. */
  send(path: string, request: RequestInit): Promise<Answer>
}

/** A client of the app that adds these headers to everything and holds every answer against its route. */
export function createClient(app: App, routes: readonly Route[], own: HeaderValues): Client {
  const send = async (path: string, request: RequestInit): Promise<Answer> => {
    const headers = new Headers(own)
    new Headers(request.headers).forEach((value, name) => headers.set(name, value))
    const response = await app.request(path, { ...request, headers })
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    const body = isJson && text !== '' ? JSON.parse(text) : text
    const answer = { status: response.status, headers: response.headers, body }
    assertInContract(routes, request.method ?? 'GET', path, answer)
    return answer
  }
  const change =
    (method: string) =>
    (path: string, body?: unknown, headers: HeaderValues = {}) =>
      send(path, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      })
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: change('POST'),
    put: change('PUT'),
    send,
  }
}
