import * as z from 'zod/mini'
import { RegisterError } from '../register/errors.ts'
import { asOfTime } from '../register/as-of.ts'
import { operationWords } from './operation.ts'
import { defaultLimit, pageQuery } from './page-query.ts'
import { idOf } from './record-reply.ts'
import { fieldChange, linkGroup, note, pageOf, revisionEntry } from './record-schema.ts'
import type { RecordContext } from './record-context.ts'
import { personRoute, type Route } from './route.ts'

const revisionNumber = z.coerce.number().check(z.multipleOf(1), z.minimum(1), z.maximum(1_000_000_000))
const recordQuery = z.strictObject({ asOf: z.optional(z.string()), revision: z.optional(revisionNumber) })
const diffQuery = z.strictObject({ from: revisionNumber, to: revisionNumber })
const commentBody = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  pointer: z.optional(z.string().check(z.regex(/^(\/([^/~]|~[01])*)*$/), z.maxLength(500))),
})

/** Read one record, its past, what is said about it and what it is connected with. */
export function historyRoutes<T extends object>(context: RecordContext<T>): Route[] {
  const { kind, engine, path, names, schemas, reply, sentences } = context
  return [
    personRoute({
      method: 'GET',
      path: `${path}/:id`,
      operationId: `get${names.one}`,
      summary: operationWords('get', kind.name),
      query: recordQuery,
      success: { status: 200, schema: schemas.record },
      handler: async (call) => reply(await engine.get(kind, idOf(call), call.actor, pointInTime(call.query)), call),
    }),
    personRoute({
      method: 'GET',
      path: `${path}/:id/revisions`,
      operationId: `list${names.one}Revisions`,
      summary: operationWords('revisions', kind.name),
      query: pageQuery,
      success: { status: 200, schema: pageOf(revisionEntry) },
      handler: async (call) => ({ body: await engine.revisions(kind, idOf(call), call.actor, page(call.query)) }),
    }),
    personRoute({
      method: 'GET',
      path: `${path}/:id/diff`,
      operationId: `diff${names.one}`,
      summary: operationWords('diff', kind.name),
      query: diffQuery,
      success: { status: 200, schema: pageOf(fieldChange) },
      handler: async (call) => ({
        body: { items: await engine.diff(kind, idOf(call), call.query.from, call.query.to, call.actor) },
      }),
    }),
    personRoute({
      method: 'GET',
      path: `${path}/:id/comments`,
      operationId: `list${names.one}Comments`,
      summary: operationWords('comments', kind.name),
      query: pageQuery,
      success: { status: 200, schema: pageOf(note) },
      handler: async (call) => ({ body: await engine.comments(kind, idOf(call), call.actor, page(call.query)) }),
    }),
    personRoute({
      method: 'POST',
      path: `${path}/:id/comments`,
      operationId: `comment${names.one}`,
      summary: operationWords('comment', kind.name),
      body: commentBody,
      success: { status: 201, schema: note },
      sentences,
      handler: async (call) => ({ body: await engine.comment(kind, idOf(call), call.body, call.actor) }),
    }),
    personRoute({
      method: 'GET',
      path: `${path}/:id/links`,
      operationId: `list${names.one}Links`,
      summary: operationWords('links', kind.name),
      success: { status: 200, schema: pageOf(linkGroup) },
      handler: async (call) => ({ body: { items: await engine.links(kind, idOf(call), call.actor) } }),
    }),
  ]
}

function pointInTime({ asOf, revision }: z.infer<typeof recordQuery>): { revision?: number; asOf?: string } {
  if (asOf !== undefined && revision !== undefined) {
    throw new RegisterError('malformed', 'asOf with revision', { reason: 'as-of-and-revision' })
  }
  return { ...(asOf !== undefined && { asOf: asOfTime(asOf) }), ...(revision !== undefined && { revision }) }
}

function page({ limit, cursor }: z.infer<typeof pageQuery>): { limit: number; cursor?: string } {
  return { limit: limit ?? defaultLimit, ...(cursor !== undefined && { cursor }) }
}
