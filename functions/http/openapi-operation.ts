import type { Language } from './language.ts'
import { problemStatuses } from './openapi-problem.ts'
import type { JsonSchema, SchemaCollector } from './openapi-schema.ts'
import type { Route } from './route.ts'

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** One route as an OpenAPI operation. */
export function openApiOperation(route: Route, language: Language, collector: SchemaCollector): JsonSchema {
  const body = route.bodyShown ?? route.body
  const parameters = [...pathParameters(route), ...queryParameters(route, collector), ...headerParameters(route)]
  return {
    operationId: route.operationId,
    summary: route.summary[language],
    security: route.access === 'public' ? [] : [{ session: [] }, { bearer: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: collector.schema(body) } } },
    }),
    ...(route.fileTypes && { requestBody: { required: true, content: fileContent(route.fileTypes) } }),
    responses: { [route.success.status]: success(route, collector), ...failures(route) },
  }
}

function fileContent(types: readonly string[]): JsonSchema {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
}

function pathParameters(route: Route): JsonSchema[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1])
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

function queryParameters(route: Route, collector: SchemaCollector): JsonSchema[] {
  if (!route.query) return []
  const { properties = {}, required = [] } = collector.schema(route.query) as {
    properties?: { [name: string]: JsonSchema }
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(required.includes(name) && { required: true }),
    schema,
  }))
}

function headerParameters(route: Route): JsonSchema[] {
  return (route.headers ?? []).map((name) => ({
    name,
    in: 'header',
    required: name === 'If-Match',
    schema: { type: 'string' },
  }))
}

function success(route: Route, collector: SchemaCollector): JsonSchema {
  const { schema } = route.success
  return { description: 'OK', ...(schema && { content: { 'application/json': { schema: collector.schema(schema) } } }) }
}

function failures(route: Route): JsonSchema {
  return Object.fromEntries(
    problemStatuses(route).map((status) => [status, { description: 'Problem', content: problem }]),
  )
}
