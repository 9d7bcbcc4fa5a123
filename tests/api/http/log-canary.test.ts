import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMetricLog } from '../../../functions/http/log.ts'
import type { JsonSchema } from '../../../functions/http/openapi-schema.ts'
import { personRoute } from '../../../functions/http/route.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { type CapturedOutput, captureOutput } from '../../support/captured-output.ts'
import { createImportClient } from '../../support/imports.ts'

/** Stands for a name, a number, a diagnosis: wherever it is put, no log may show it. */
const canary = 'kanarie7731'
const email = `${canary}@region.example`
const failing = '/api/canary'

type Schemas = { [name: string]: JsonSchema }
interface Operation {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: { [type: string]: { schema?: JsonSchema } } }
}

let product: TestApp
let output: CapturedOutput
let operations: { method: string; path: string; operation: Operation }[]
let schemas: Schemas

beforeAll(async () => {
  product = await openTestApp({
    moreRoutes: [
      personRoute({
        method: 'GET',
        path: failing,
        operationId: 'failWithCanary',
        summary: { sv: 'x', en: 'x' },
        success: { status: 200 },
        handler: async () => {
          throw new Error(`${canary}\n    at ${canary} (file.ts)`, { cause: new TypeError(canary) })
        },
      }),
    ],
  })
  const document = (await product.anybody.get('/api/openapi.json')).body
  schemas = document.components.schemas
  operations = Object.entries(document.paths as { [path: string]: { [method: string]: Operation } }).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  output = captureOutput()
})
afterAll(async () => {
  output.end()
  await product.close()
})

/** All that the product has written so far: its log, as each adapter writes it, and whatever went past it. */
function logged(): string {
  const lines: string[] = []
  const asMetrics = createMetricLog('service', (line) => lines.push(line))
  for (const line of product.log) asMetrics(line)
  return [...lines, JSON.stringify(product.log), output.text()].join('\n')
}

/** A body as its schema has it, with the canary in every text and in a member too many. */
function planted(schema: JsonSchema | undefined, depth = 0): unknown {
  if (!schema || depth > 6) return canary
  if (typeof schema['$ref'] === 'string') return planted(schemas[schema['$ref'].split('/').at(-1)!], depth)
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const options = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined
  if (options) return planted(options[0], depth + 1)
  if (schema['type'] === 'array') return [planted(schema['items'] as JsonSchema, depth + 1)]
  if (schema['type'] === 'boolean') return true
  if (schema['type'] === 'integer' || schema['type'] === 'number') return 1
  if (schema['type'] !== 'object') return schema['format'] === 'email' ? email : canary
  const members = Object.entries((schema['properties'] ?? {}) as Schemas)
  return Object.fromEntries(members.map(([name, one]) => [name, planted(one, depth + 1)]))
}

const headers = {
  'User-Agent': canary,
  Referer: `https://example.com/${canary}`,
  'X-Forwarded-For': canary,
  'X-Request-Id': canary,
  'Accept-Language': canary,
  'Idempotency-Key': canary,
  'If-Match': `"${canary}"`,
  Cookie: `session=${canary}`,
}

async function ask(path: string, request: RequestInit): Promise<number> {
  const response = await product.app.request(path, {
    ...request,
    headers: { ...headers, Authorization: 'Test dso', ...(request.headers as object) },
  })
  await response.arrayBuffer()
  return response.status
}

/** Records whose texts hold the canary, in every kind, made by whoever may. */
const records: { path: string; userId: string; data: object }[] = [
  { path: '/api/activities', userId: 'anmalare', data: { name: canary, purpose: canary, securityDescription: canary } },
  { path: '/api/equipment', userId: 'it', data: { name: canary, serialNumber: canary, note: canary } },
  { path: '/api/medical-devices', userId: 'mt', data: { name: canary, serialNumber: canary } },
  { path: '/api/applications', userId: 'it', data: { name: canary, description: canary } },
  { path: '/api/suppliers', userId: 'avtal', data: { name: canary } },
  { path: '/api/org-units', userId: 'admin', data: { kind: 'principal', name: canary, contact: email } },
  { path: '/api/people', userId: 'admin', data: { userId: canary, displayName: canary, email } },
]

describe('no log line shows a person', () => {
  test('who stands in addresses, headers and bodies of requests to every route', async () => {
    const seen = new Set<number>()
    for (const { method, path, operation } of operations) {
      const query = (operation.parameters ?? [])
        .filter((one) => one.in === 'query')
        .map(({ name }) => `${name}=${canary}`)
      const address = `${path.replaceAll(/\{\w+\}/g, canary)}?${query.join('&')}`
      const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
      const bodies =
        type === 'application/json'
          ? [JSON.stringify(planted(content?.schema)), `{"${canary}": "${canary}"}`, `{"name": "${canary}`]
          : type
            ? [canary]
            : [undefined]
      for (const body of bodies) {
        const init = { method: method.toUpperCase(), headers: { 'Content-Type': type ?? 'text/plain' } }
        seen.add(await ask(address, body === undefined ? init : { ...init, body }))
        seen.add(await ask(address.split('?')[0]!, body === undefined ? init : { ...init, body }))
      }
    }
    await ask(`/api/${canary}`, { method: 'GET' })
    await ask(`/${canary}`, { method: canary.toUpperCase() })
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 404, 422]))
    expect(product.log.length).toBeGreaterThan(operations.length)
    expect(logged().toLowerCase()).not.toContain(canary)
  }, 120_000)

  test('whom records of every sort are about, when they are made, read, changed, sought and moved', async () => {
    for (const { path, userId, data } of records) {
      const client = product.as(userId)
      const made = await client.post(path, { data, comment: canary })
      const known = made.status === 201 ? made : await client.post(path, { data: withoutUnknown(data, made.body) })
      expect({ path, status: known.status, body: known.body }).toMatchObject({ status: 201 })
      const { id, revision } = known.body
      await client.get(`${path}?q=${canary}`)
      await client.get(`${path}/${id}`)
      await client.put(`${path}/${id}`, { data: known.body.data, comment: canary }, { 'If-Match': `"${revision}"` })
      await client.post(`${path}/${id}/comments`, { text: canary })
      await client.post(`${path}/${id}/transitions`, { transition: canary, comment: canary }, { 'If-Match': '"1"' })
      await client.get(`${path}/${id}/revisions`)
    }
    await product.as('dso').get(`/api/search?q=${canary}`)
    expect(logged().toLowerCase()).not.toContain(canary)
  })

  test('who stands in the rows and the name of a file that is read in, and in a document', async () => {
    const imports = createImportClient(product.as('it'))
    const rows = `Inv.nr;Datornamn;Serienr;Ansv.;Kommentar\r\n1;${canary};${canary};${canary};${canary}`
    const { body } = await imports.send(rows, { name: `${canary}.csv`, source: canary })
    await imports.checked(body.id)
    await imports.send(`"${canary}`, { name: `${canary}.csv` })
    await imports.send(Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]), { name: `${canary}.xlsx` })
    await imports.send(canary, { type: `text/${canary}` })
    const { items } = (await product.as('avtal').get(`/api/suppliers?q=${canary}`)).body
    for (const path of [`/api/suppliers/${items[0]?.id}/documents`, `/api/agreements/${canary}/documents`]) {
      await ask(`${path}?name=${canary}.pdf`, { method: 'POST', body: canary })
    }
    expect(logged().toLowerCase()).not.toContain(canary)
  })

  test('whom an unexpected error names', async () => {
    product.log.length = 0
    expect(await ask(failing, { method: 'GET' })).toBe(500)
    expect(product.log[0]?.error).toMatchObject({ names: ['Error', 'TypeError'] })
    expect(product.log[0]?.error?.frames.length).toBeGreaterThan(0)
    expect(logged().toLowerCase()).not.toContain(canary)
  })

  test('and this test would see one', async () => {
    console.error(`saved ${canary}`)
    expect(logged()).toContain(canary)
    product.log.push({
      time: '2026-11-22T03:00:00Z',
      requestId: 'x',
      method: 'GET',
      route: `/${canary}`,
      status: 200,
      durationMs: 1,
    })
    expect(JSON.stringify(product.log)).toContain(canary)
  })
})

/** The data without the fields that this kind does not know or take in that form. */
function withoutUnknown(data: object, problem: { errors?: { pointer: string }[] }): object {
  const refused = new Set((problem.errors ?? []).map(({ pointer }) => pointer.split('/').at(-1)))
  return Object.fromEntries(Object.entries(data).filter(([field]) => !refused.has(field)))
}
