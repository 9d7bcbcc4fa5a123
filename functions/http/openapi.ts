import type { Language } from './language.ts'
import { openApiOperation } from './openapi-operation.ts'
import { problemSchema } from './openapi-problem.ts'
import { createSchemaCollector, type JsonSchema } from './openapi-schema.ts'
import type { Route } from './route.ts'

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string }
  paths: { [path: string]: { [method: string]: unknown } }
  components: { schemas: { [name: string]: JsonSchema }; securitySchemes: { [name: string]: unknown } }
}

/** Describes exactly these routes in OpenAPI 3.1, summaries in one language. */
export function openApiDocument(routes: readonly Route[], language: Language): OpenApiDocument {
  const collector = createSchemaCollector()
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) {
    const operations = (paths[openApiPath(route.path)] ??= {})
    operations[route.method.toLowerCase()] = openApiOperation(route, language, collector)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Förteckna', version: '1' },
    paths,
    components: {
      schemas: { ...collector.components(), Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  }
}

/** `/api/activities/:id` as OpenAPI writes it: `/api/activities/{id}`. */
export function openApiPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}
