import fc from 'fast-check'
import type { JsonSchema } from '../../functions/http/openapi-schema.ts'
import type { OpenApiDocument } from '../../functions/http/openapi.ts'

/** A request made up from the OpenAPI document: mostly as it should be, with faults thrown in. */
export interface MadeUpRequest {
  method: string
  path: string
  headers: { [name: string]: string }
  body?: string
}

type Schemas = { [name: string]: JsonSchema }

interface Operation {
  parameters?: { name: string; in: string; schema: JsonSchema }[]
  requestBody?: { content: { 'application/json'?: { schema: JsonSchema } } }
}

const nasty = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\ud800',
  'å'.repeat(300),
  'x'.repeat(5000),
  "' OR 1=1 --",
  '<script>',
  '19121212-1212',
  '2026-02-30',
  '9999-12-31',
  '💓',
  '#head',
  'a#b#c',
)

/** Any value at all. */
const wild: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.string({ unit: 'binary' }),
)

/** Requests to every operation of a document; `known` has ids of records that exist, by the path of their kind. */
export function madeUpRequests(
  document: OpenApiDocument,
  known: { readonly [path: string]: readonly string[] },
): fc.Arbitrary<MadeUpRequest> {
  const ids = Object.values(known).flat()
  const { schemas } = document.components
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  )
  return fc.constantFrom(...operations).chain(({ path, method, operation }) => {
    const { parameters = [], requestBody } = operation
    const queries = parameters.filter((parameter) => parameter.in === 'query')
    const own = Object.entries(known).find(([prefix]) => path.startsWith(`${prefix}/`))?.[1] ?? ids
    const query = Object.fromEntries(
      queries.map(({ name, schema }) => [
        name,
        fc.oneof(
          { weight: 6, arbitrary: fc.constant(undefined) },
          { weight: 4, arbitrary: fittingValue(schema, schemas, ids, 0) },
          { weight: 1, arbitrary: nasty },
        ),
      ]),
    )
    const schema = requestBody?.content['application/json']?.schema
    return fc
      .record({
        id: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...own) }, fc.constantFrom(...ids), nasty),
        query: fc.record(query),
        body: schema
          ? fc.oneof({ weight: 20, arbitrary: valueOf(schema, schemas, ids) }, wild)
          : fc.constant(undefined),
        revision: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom('"1"', '"2"', '"3"', '"1", "2", "3", "4", "5", "6"') },
          fc.constantFrom('W/"1"', '*', '""', 'x'),
        ),
        key: fc.option(fc.constantFrom('key-1', 'key-2'), { nil: undefined }),
      })
      .map(({ id, query: asked, body, revision, key }) => {
        const search = new URLSearchParams(
          Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
        )
        return {
          method: method.toUpperCase(),
          path: `${path.replace(/\{\w+\}/, encodeURIComponent(id.toWellFormed()))}?${search}`.replace(/\?$/, ''),
          headers: {
            'Content-Type': 'application/json',
            'If-Match': revision,
            ...(key && { 'Idempotency-Key': key }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }
      })
  })
}

/** A value that mostly fits its schema. */
function valueOf(schema: JsonSchema, schemas: Schemas, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingValue(schema, schemas, ids, depth)
  return fc.oneof({ weight: 200, arbitrary: fitting }, wild)
}

function fittingValue(
  schema: JsonSchema,
  schemas: Schemas,
  ids: readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  const inner = (one: unknown) => valueOf(one as JsonSchema, schemas, ids, depth + 1)
  if (typeof schema['$ref'] === 'string')
    return fittingValue(schemas[schema['$ref'].split('/').at(-1)!]!, schemas, ids, depth)
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  const options = (schema['anyOf'] ?? schema['oneOf']) as unknown[] | undefined
  if (options) return fc.oneof(...options.map(inner))
  switch (schema['type']) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries((schema['properties'] ?? {}) as Schemas).map(([name, one]) => [name, inner(one)]),
        ),
        { requiredKeys: depth < 2 ? ((schema['required'] ?? []) as string[]) : [] },
      )
    case 'array':
      return fc.array(inner(schema['items'] ?? {}), { maxLength: 3 })
    case 'integer':
    case 'number':
      return fc.integer({ min: -1, max: 300 })
    case 'boolean':
      return fc.boolean()
    default:
      return fc.oneof(
        fc.constantFrom(...ids, '2026-11-21', '2026-11-21T12:00:00Z', 'P10Y', 'patient', 'health', 'sv', 'SE', '/name'),
        fc.string({ maxLength: 40 }),
      )
  }
}
