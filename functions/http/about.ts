import * as z from 'zod/mini'
import type { Language } from './language.ts'
import { type OpenApiDocument, openApiDocument } from './openapi.ts'
import { operationWords } from './operation.ts'
import { publicRoute, type Route } from './route.ts'

/** What `GET /api/health` answers. */
export const health = z.strictObject({ status: z.literal('ok') })

/** These routes and one more, `GET /api/openapi.json`, which describes them all and itself. */
export function withDocument(routes: readonly Route[]): Route[] {
  const all: Route[] = [...routes]
  const documents = new Map<Language, OpenApiDocument>()
  const documentIn = (language: Language): OpenApiDocument => {
    const document = documents.get(language) ?? openApiDocument(all, language)
    documents.set(language, document)
    return document
  }
  all.push(
    publicRoute({
      method: 'GET',
      path: '/api/openapi.json',
      operationId: 'getOpenApi',
      summary: operationWords('document'),
      success: { status: 200, schema: z.looseObject({ openapi: z.literal('3.1.0') }) },
      handler: async ({ language }) => ({ body: documentIn(language) }),
    }),
  )
  return all
}
