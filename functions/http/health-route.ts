import type * as z from 'zod/mini'
import { operationWords } from './operation.ts'
import { publicRoute, type Route } from './route.ts'

/**
 * `GET /api/health`: answers as soon as requests can be served; touches nothing. `schema` is what the document says it answers; a
 * Lambda's start does without, since schemas are made with a library that it need not wait for.
 */
export function healthRoute(schema?: z.ZodMiniType): Route {
  return publicRoute({
    method: 'GET',
    path: '/api/health',
    operationId: 'getHealth',
    summary: operationWords('health'),
    success: { status: 200, ...(schema && { schema }) },
    handler: async () => ({ body: { status: 'ok' } }),
  })
}
