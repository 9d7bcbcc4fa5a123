import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { operationWords } from '../http/operation.ts'
import { idOf } from '../http/record-reply.ts'
import { personRoute, type Route } from '../http/route.ts'
import type { Kind } from '../register/kind.ts'
import { impactOf } from './impact.ts'
import { assetKinds } from './asset-kinds.ts'

const kinds = assetKinds as unknown as readonly Kind<object>[]

const impact = z.lazy(() =>
  z.strictObject({
    items: z.array(
      z.strictObject({
        kind: z.string(),
        id: z.string(),
        number: z.optional(z.string()),
        name: z.string(),
        state: z.string(),
        depth: z.int(),
        via: z.strictObject({ id: z.string(), rel: z.string() }),
      }),
    ),
    more: z.boolean(),
  }),
)

/** `GET /api/<kinds>/{id}/impact`: what is affected if this equipment, device or system stops. */
export function impactRoutes({ engine }: Deps): Route[] {
  return kinds.map((kind) =>
    personRoute({
      method: 'GET',
      path: `/api/${kind.plural}/:id/impact`,
      operationId: `get${kind.name.charAt(0).toUpperCase()}${kind.name.slice(1)}Impact`,
      summary: operationWords('impact', kind.name),
      success: { status: 200, schema: impact },
      handler: async (call) => {
        const id = idOf(call)
        await engine.links(kind, id, call.actor)
        return { body: await impactOf(engine, kinds, { kind: kind.name, id }, call.actor) }
      },
    }),
  )
}
