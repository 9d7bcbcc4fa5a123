import type * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import type { FieldError, Missing } from '../register/errors.ts'
import type { Language } from './language.ts'
import type { HeaderValues, HttpAnswer, HttpRequest } from './message.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A text in both languages. */
export type Words = { readonly [language in Language]: string }

/** What a handler is given: everything about the request that has been checked against its route. */
export interface Call<Q = unknown, B = unknown> {
  request: HttpRequest
  requestId: string
  params: { readonly [name: string]: string }
  query: Q
  body: B
  /** The body as it came, empty when the route takes none. */
  bytes: Uint8Array
  /** The signed-in person's language, otherwise that of `Accept-Language`. */
  language: Language
}

/** A call by somebody who has signed in. */
export interface PersonCall<Q = unknown, B = unknown> extends Call<Q, B> {
  actor: Actor
  via: 'session' | 'bearer'
}

/** An answer; `body` becomes JSON, `content` passes as it is and needs a `Content-Type` among the headers. */
export interface Reply {
  status?: number
  headers?: HeaderValues
  body?: unknown
  content?: NonNullable<HttpAnswer['body']>
}

/** Sentences that a service adds to problems: what `missing` items and its own field errors say. */
export interface Sentences {
  missing?(item: Missing, language: Language): string | undefined
  field?(error: FieldError, language: Language): string | undefined
  /** A legal source (`DSF 30.1 a`) in words. */
  law?(source: string, language: Language): string
}

interface RouteShape<Q, B> {
  method: Method
  /** `/api/activities/:id`; a path without parameters wins over one with. */
  path: string
  operationId: string
  summary: Words
  /** Every parameter the route takes, all strings as they stand in the address; anything else is 400. */
  query?: z.ZodMiniType<Q>
  /** JSON; anything the schema refuses is 422. */
  body?: z.ZodMiniType<B>
  /** What the document says of the body, where the rest of it is checked by the engine. */
  bodyShown?: z.ZodMiniType
  /** The body is a file of one of these types, which the handler reads itself. */
  fileTypes?: readonly string[]
  /** The part of the body that pointers of errors are relative to. */
  dataPointer?: string
  /** 1 MB when absent. */
  bodyLimitBytes?: number
  /** Request headers the handler reads, for the OpenAPI document. */
  headers?: readonly ('If-Match' | 'Idempotency-Key')[]
  success: { status: number; schema?: z.ZodMiniType }
  sentences?: Sentences
}

export interface PublicRoute<Q = unknown, B = unknown> extends RouteShape<Q, B> {
  access: 'public'
  handler(call: Call<Q, B>): Promise<Reply>
}

export interface PersonRoute<Q = unknown, B = unknown> extends RouteShape<Q, B> {
  access: 'person'
  handler(call: PersonCall<Q, B>): Promise<Reply>
}

/** One thing a client may ask for. The app and the OpenAPI document are both made from the list of routes. */
export type Route = PublicRoute | PersonRoute

/** A route that needs no sign-in; identity with inference. */
export function publicRoute<Q, B>(route: Omit<PublicRoute<Q, B>, 'access'>): Route {
  return { ...route, access: 'public' }
}

/** A route for signed-in persons; what each may do there is the engine's to decide. */
export function personRoute<Q, B>(route: Omit<PersonRoute<Q, B>, 'access'>): Route {
  return { ...route, access: 'person' }
}
