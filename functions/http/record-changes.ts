import * as z from 'zod/mini'
import { matchedRevision } from './etag.ts'
import { readIdempotency } from './idempotency.ts'
import { operationWords } from './operation.ts'
import { idOf } from './record-reply.ts'
import type { RecordContext } from './record-context.ts'
import { personRoute, type PersonCall, type Route } from './route.ts'

const comment = z.optional(z.string().check(z.maxLength(4000)))
const members = z.record(z.string(), z.unknown())
const recordBody = z.strictObject({ data: members, comment })

/** Create, replace, move: every route that changes a record. */
export function changeRoutes<T extends object>(context: RecordContext<T>): Route[] {
  const { kind, engine, path, names, schemas, reply, sentences } = context
  const shownBody = z.strictObject({ data: schemas.data, comment })
  const moveBody = z.strictObject({
    transition: z.enum(Object.keys(kind.transitions)),
    comment,
    data: z.optional(members),
  })
  const revision = (call: PersonCall, id: string) =>
    matchedRevision(call.request.headers, async () => (await engine.get(kind, id, call.actor)).record.revision)
  return [
    personRoute({
      method: 'POST',
      path,
      operationId: `create${names.one}`,
      summary: operationWords('create', kind.name),
      headers: ['Idempotency-Key'],
      body: recordBody,
      bodyShown: shownBody,
      dataPointer: '/data',
      success: { status: 201, schema: schemas.record },
      sentences,
      handler: async (call) => {
        const idempotency = readIdempotency(call.request, call.bytes)
        const options = { comment: call.body.comment, ...(idempotency && { idempotency }) }
        return reply(await engine.create(kind, call.body.data, call.actor, options), call, 201)
      },
    }),
    personRoute({
      method: 'PUT',
      path: `${path}/:id`,
      operationId: `replace${names.one}`,
      summary: operationWords('replace', kind.name),
      headers: ['If-Match'],
      body: recordBody,
      bodyShown: shownBody,
      dataPointer: '/data',
      success: { status: 200, schema: schemas.record },
      sentences,
      handler: async (call) => {
        const id = idOf(call)
        const { data, comment: why } = call.body
        return reply(await engine.update(kind, id, await revision(call, id), data, call.actor, why), call)
      },
    }),
    personRoute({
      method: 'POST',
      path: `${path}/:id/transitions`,
      operationId: `transition${names.one}`,
      summary: operationWords('transition', kind.name),
      headers: ['If-Match'],
      body: moveBody,
      dataPointer: '/data',
      success: { status: 200, schema: schemas.record },
      sentences,
      handler: async (call) => {
        const id = idOf(call)
        return reply(await engine.transition(kind, id, await revision(call, id), call.body, call.actor), call)
      },
    }),
  ]
}
