/**
 * A request as routes read it. The platform's `Request` is one; a Lambda gives a plain object, since loading the platform's
 * classes for HTTP takes 30 ms of a cold start (ADR 17).
 */
export interface HttpRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly headers: HttpRequestHeaders
  readonly body: AsyncIterable<Uint8Array> | null
}

/** The headers of a request, found by name in any case. */
export interface HttpRequestHeaders {
  get(name: string): string | null
}

/** An answer before it is put on the wire. */
export interface HttpAnswer {
  status: number
  headers: HttpAnswerHeaders
  /** The last of these is sent while it is made. */
  body: string | Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array> | null
}

/** Headers of an answer by their names in lower case; only `set-cookie` may have several values. */
export type HttpAnswerHeaders = Map<string, string | readonly string[]>

/** Headers as code writes them, in any case. */
export interface HeaderValues {
  readonly [name: string]: string | readonly string[]
}

/** These headers, ready for an answer. */
export function answerHeaders(values: HeaderValues = {}): HttpAnswerHeaders {
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]))
}

/** Whether a body is made while it is sent. */
export function isStream(body: HttpAnswer['body']): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

/** An answer as the platform has it, for the local server and for tests. */
export function toResponse({ status, headers, body }: HttpAnswer): Response {
  const lines: [string, string][] = []
  for (const [name, value] of headers) {
    if (typeof value === 'string') lines.push([name, value])
    else lines.push(...value.map((one): [string, string] => [name, one]))
  }
  // Node takes any async iterable, which the types of browsers do not know.
  return new Response(body as BodyInit | null, { status, headers: lines })
}
