import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../../functions/http/openapi.ts'
import type { JsonSchema } from '../../../functions/http/openapi-schema.ts'
import { statuses } from '../../../functions/http/problem.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

interface Operation {
  operationId: string
  summary: string
  security: object[]
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema }[]
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } }
  responses: { [status: string]: { description: string; content?: { [type: string]: { schema: JsonSchema } } } }
}

let product: TestApp
let document: OpenApiDocument
let operations: [string, string, Operation][]

beforeAll(async () => {
  product = await openTestApp()
  document = (await product.anybody.get('/api/openapi.json')).body
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [method.toUpperCase(), path, operation as Operation] as [string, string, Operation],
    ),
  )
})
afterAll(() => product.close())

describe('the OpenAPI document', () => {
  test('describes the routes that exist, and no others', () => {
    const described = operations.map(([method, path]) => `${method} ${path}`)
    const existing = product.routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.toSorted()).toEqual(existing.toSorted())
  })

  test('answers at every path it names, with the methods it names and no others', async () => {
    const everyMethod = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
    for (const [path, methods] of Object.entries(document.paths)) {
      const address = path.replace(/\{\w+\}/g, 'abc_1')
      for (const method of everyMethod) {
        const { status } = await product.app.request(address, { method })
        expect({ path, method, exists: status !== 405 && status !== 404 }).toEqual({
          path,
          method,
          exists: method.toLowerCase() in methods,
        })
      }
    }
  })

  test('names every parameter of a path', () => {
    for (const [, path, { parameters = [] }] of operations) {
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`)
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(named)
    }
  })

  test('says what each operation does, in Swedish and English', async () => {
    const english: OpenApiDocument = (await product.anybody.get('/api/openapi.json', { 'Accept-Language': 'en' })).body
    for (const [method, path, { summary }] of operations) {
      const other = (english.paths[path]![method.toLowerCase()] as Operation).summary
      expect(summary).toMatch(/^[A-ZÅÄÖ]/)
      expect(other).toMatch(/^[A-Z]/)
      expect(other).not.toBe(summary)
    }
  })

  test('gives each operation an id of its own', () => {
    const ids = operations.map(([, , { operationId }]) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has every schema that it refers to, and refers to every schema that it has', () => {
    const references = new Set([...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]))
    const components = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(references).toEqual(new Set(components))
  })

  test('says something of every schema itself', () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect({ name, isReference: '$ref' in schema }).toEqual({ name, isReference: false })
    }
  })

  test('holds only schemas of JSON Schema 2020-12', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
    const walk = (value: unknown, key: string): void => {
      if (typeof value !== 'object' || value === null) return
      expect(Object.keys(value)).not.toContain('$defs')
      expect(Object.keys(value)).not.toContain('$schema')
      const { type } = value as { type?: unknown }
      if (typeof type === 'string' && key !== 'properties') expect(types).toContain(type)
      for (const [name, inner] of Object.entries(value)) walk(inner, name)
    }
    walk(document.components.schemas, 'properties')
  })

  test('shows login where there is one', () => {
    for (const route of product.routes) {
      const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()] as Operation
      expect(operation.security.length > 0).toBe(route.access === 'person')
    }
  })

  test('asks for If-Match at every change of a record that is there', () => {
    const changes = operations.filter(([method, path]) => method === 'PUT' || path.endsWith('/transitions'))
    const records = changes.filter(([, path]) => path.includes('{id}') && !path.startsWith('/api/imports/'))
    expect(records.length).toBeGreaterThan(15)
    for (const [, , { parameters = [], responses }] of records) {
      expect(parameters).toContainEqual({ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } })
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['412', '428']))
    }
  })

  test('offers an Idempotency-Key at every creation of a record', () => {
    const creations = operations.filter(([, , { operationId }]) => operationId.startsWith('create'))
    expect(creations.length).toBeGreaterThan(8)
    for (const [, , { parameters = [] }] of creations)
      expect(parameters.map(({ name }) => name)).toEqual(['Idempotency-Key'])
  })

  test('names every code of a problem', () => {
    const { code } = (document.components.schemas['Problem'] as { properties: { code: { enum: string[] } } }).properties
    expect(code.enum.toSorted()).toEqual([...Object.keys(statuses), 'unexpected'].toSorted())
  })

  test('describes the data of an activity question by question', () => {
    const activity = document.components.schemas['ActivityData'] as {
      properties: object
      additionalProperties: boolean
    }
    expect(Object.keys(activity.properties)).toEqual(
      expect.arrayContaining(['purposes', 'dataCategories', 'retentionRules']),
    )
    expect(activity.additionalProperties).toBe(false)
  })
})
