import { Readable } from 'node:stream'

/** A request of the SDK as it would have gone over the network. */
export interface HandedRequest {
  path: string
  headers: { [name: string]: string }
  body: { [field: string]: unknown }
}

/** What a service answers: a status and a body, or an `Error` for a connection that fails. */
export type HandedAnswer = { status?: number; headers?: { [name: string]: string }; body?: object } | Error

/** A `requestHandler` for the SDK's clients that speak JSON; `answer` decides, `seen` keeps what was asked. */
export function answeringHandler(answer: (request: HandedRequest) => HandedAnswer) {
  const seen: HandedRequest[] = []
  return {
    seen,
    handler: {
      async handle(given: { path: string; headers: { [name: string]: string }; body: string | Uint8Array }) {
        const text = typeof given.body === 'string' ? given.body : new TextDecoder().decode(given.body)
        const request = { path: given.path, headers: given.headers, body: JSON.parse(text) as HandedRequest['body'] }
        seen.push(request)
        const said = answer(request)
        if (said instanceof Error) throw said
        const body = Readable.from([Buffer.from(JSON.stringify(said.body ?? {}))])
        return { response: { statusCode: said.status ?? 200, headers: said.headers ?? {}, body, reason: '' } }
      },
      destroy() {},
      updateHttpClientConfig() {},
      httpHandlerConfigs: () => ({}),
    },
  }
}

/** Credentials and region that no request ever leaves with. */
export const nowhere = { region: 'eu-north-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
