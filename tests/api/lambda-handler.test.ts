import { randomBytes } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import type { LaterRoutes } from '../../functions/http/app.ts'
import { cdnKeyHeader } from '../../functions/http/cdn-key.ts'
import type { HttpRequest } from '../../functions/http/message.ts'
import { publicRoute } from '../../functions/http/route.ts'
import { createLambdaHandler, type LambdaHandler } from '../../functions/lambda-handler.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

type HandlerEvent = Parameters<LambdaHandler>[0]

interface HandlerResult {
  statusCode: number
  headers?: { [name: string]: string }
  cookies?: string[]
  body: string
  isBase64Encoded?: boolean
}

const key = 'key-of-the-cdn-that-nobody-else-has'
/** Like a proof of a record that was saved often: a whole copy of it a revision, each a little different. */
const copy = randomBytes(30_000).toString('base64')
const revisions = Array.from({ length: 200 }, (_, revision) => ({ revision, copy }))
const noise = randomBytes(6_000_000).toString('base64')

let product: TestApp
let loads = 0
let asked = 0
let handler: LambdaHandler

beforeAll(async () => {
  product = await openTestApp()
  const twoCookies = publicRoute({
    method: 'GET',
    path: '/api/cookies',
    operationId: 'getCookies',
    summary: { sv: 'prov', en: 'test' },
    success: { status: 200 },
    handler: async ({ request }) => {
      const got = request.headers.get('Cookie') ?? ''
      return { headers: { 'X-Got': got, 'Set-Cookie': ['a=1; HttpOnly', 'b=2; HttpOnly'] } }
    },
  })
  const binary = publicRoute({
    method: 'GET',
    path: '/api/later/file',
    operationId: 'getFile',
    summary: { sv: 'prov', en: 'test' },
    success: { status: 200 },
    handler: async () => ({ headers: { 'Content-Type': 'image/png' }, content: new Uint8Array([0, 255, 128]) }),
  })
  const long = publicRoute({
    method: 'GET',
    path: '/api/long',
    operationId: 'getLong',
    summary: { sv: 'prov', en: 'test' },
    query: z.strictObject({ of: z.enum(['revisions', 'noise']) }),
    success: { status: 200 },
    handler: async ({ query }) => ({ body: query.of === 'noise' ? noise : revisions }),
  })
  const later: LaterRoutes = {
    under: '/api/later',
    load: async () => {
      loads += 1
      if (loads === 1) throw new Error('the file cannot be read')
      return [binary]
    },
  }
  const origin = 'https://register.example'
  const settings = { origin, issuer: 'https://id.example', audience: `${origin}/api`, personClaim: 'sub' }
  const admits = ({ headers }: HttpRequest) => headers.get(cdnKeyHeader) === key
  const core = { ...product.core, settings, admits, meter: product.meter }
  const authenticate = async () => {
    asked += 1
    const actor = await product.core.directory.actor(product.people['it'] ?? '', 'sv')
    return actor && { actor, via: 'session' as const }
  }
  handler = createLambdaHandler(core, { routes: [...product.routes, twoCookies, long], later: [later] }, authenticate)
})
afterAll(() => product.close())

/** An event as an HTTP API with payload format 2.0 sends it. */
function event(method: string, rawPath: string, more: object = {}): HandlerEvent {
  return {
    version: '2.0',
    routeKey: 'ANY /{proxy+}',
    rawPath,
    rawQueryString: '',
    headers: { host: 'abc.execute-api.eu-north-1.amazonaws.com', [cdnKeyHeader]: key },
    requestContext: {
      accountId: '1',
      apiId: 'abc',
      domainName: 'abc.execute-api.eu-north-1.amazonaws.com',
      domainPrefix: 'abc',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: '1',
      routeKey: 'ANY /{proxy+}',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...more,
  } as unknown as HandlerEvent
}

async function call(method: string, path: string, more: object = {}): Promise<HandlerResult> {
  return (await handler(event(method, path, more))) as unknown as HandlerResult
}

const json = {
  host: 'abc',
  [cdnKeyHeader]: key,
  origin: 'https://register.example',
  'content-type': 'application/json',
}

describe('a Lambda behind an HTTP API', () => {
  test('answers a request with the security headers', async () => {
    const { statusCode, headers, body } = await call('GET', '/api/health')
    expect({ statusCode, body: JSON.parse(body) }).toEqual({ statusCode: 200, body: { status: 'ok' } })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })

  test('reads the query', async () => {
    const answer = await call('GET', '/api/equipment', { rawQueryString: 'q=%C3%B6gon&limit=3' })
    expect(answer.statusCode).toBe(200)
    expect((await call('GET', '/api/equipment', { rawQueryString: 'colour=red' })).statusCode).toBe(400)
  })

  test.each([
    ['as text', (body: string) => ({ body, isBase64Encoded: false })],
    ['in base 64', (body: string) => ({ body: Buffer.from(body).toString('base64'), isBase64Encoded: true })],
  ])('takes a body %s from its own origin, whatever host it is asked at', async (_, encode) => {
    const sent = encode(JSON.stringify({ data: { name: 'Ögonlampa' } }))
    const answer = await call('POST', '/api/equipment', { ...sent, headers: json })
    expect(answer.statusCode).toBe(201)
    expect(JSON.parse(answer.body)).toMatchObject({ data: { name: 'Ögonlampa' } })
    expect(answer.headers).toMatchObject({ etag: '"1"' })
  })

  test('refuses a change from the address it is asked at', async () => {
    const headers = { ...json, origin: 'https://abc.execute-api.eu-north-1.amazonaws.com' }
    const answer = await call('POST', '/api/equipment', { body: '{"data":{}}', headers })
    expect(answer.statusCode).toBe(403)
    expect(JSON.parse(answer.body).detail).toContain('egna sidor')
  })

  test.each([
    ['without its key', {}],
    ['with another key', { [cdnKeyHeader]: key.toUpperCase() }],
  ])('refuses what comes past the CDN, %s, before anything is read or loaded', async (_, headers) => {
    const lines: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
    const before = { asked, units: product.meter.readUnits }
    const answers = [
      await call('GET', '/api/health', { headers }),
      await call('GET', '/api/equipment', { headers }),
      await call('POST', '/api/equipment', {
        body: '{"data":{"name":"Ögonlampa"}}',
        headers: { ...json, [cdnKeyHeader]: '', ...headers },
      }),
    ]
    write.mockRestore()
    for (const answer of answers) {
      expect(answer).toMatchObject({ statusCode: 403, headers: { 'x-content-type-options': 'nosniff' } })
      expect(JSON.parse(answer.body)).toMatchObject({
        code: 'forbidden',
        detail: expect.stringContaining('webbadress'),
      })
    }
    expect({ asked, units: product.meter.readUnits }).toEqual(before)
    const counted = lines.map((line) => JSON.parse(line)).filter((line) => line.RequestsPastCdn === 1)
    expect(counted).toHaveLength(3)
    expect(lines.join()).not.toContain(key.toUpperCase())
  })

  test('hands over several cookies in both directions', async () => {
    const answer = await call('GET', '/api/cookies', { cookies: ['x=1', 'y=2'] })
    expect(answer.cookies).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly'])
    expect(answer.headers?.['x-got']).toBe('x=1; y=2')
  })

  test('answers what it does not know with a problem', async () => {
    const answer = await call('GET', '/api/nothing', {
      headers: { host: 'abc', [cdnKeyHeader]: key, 'accept-language': 'en' },
    })
    expect(answer.statusCode).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ title: 'Not found' })
    expect(answer.isBase64Encoded).toBe(false)
  })

  test('loads what it serves later when it is first asked for, and tries again when that failed', async () => {
    expect(loads).toBe(0)
    expect((await call('GET', '/api/laterwards')).statusCode).toBe(404)
    expect(loads).toBe(0)
    const refused = await call('GET', '/api/later/file')
    expect(JSON.parse(refused.body)).toMatchObject({ status: 500, code: 'unexpected' })
    expect((await call('GET', '/api/later/file')).statusCode).toBe(200)
    expect((await call('GET', '/api/later/nothing')).statusCode).toBe(404)
    expect(loads).toBe(2)
  })

  test('sends what is no text in base 64', async () => {
    const answer = await call('GET', '/api/later/file')
    expect(answer).toMatchObject({ isBase64Encoded: true, headers: { 'content-type': 'image/png' } })
    expect([...Buffer.from(answer.body, 'base64')]).toEqual([0, 255, 128])
  })

  test('sends no body to HEAD', async () => {
    expect(await call('HEAD', '/api/health')).toMatchObject({ statusCode: 200, body: '' })
  })

  test('packs an answer that is longer than a function may give, and says so when it cannot', async () => {
    const ask = (of: string, encoding: string) =>
      call('GET', '/api/long', {
        rawQueryString: `of=${of}`,
        headers: { host: 'abc', [cdnKeyHeader]: key, 'accept-encoding': encoding },
      })
    const packed = await ask('revisions', 'gzip, deflate, br')
    expect(packed).toMatchObject({ statusCode: 200, isBase64Encoded: true })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(JSON.stringify(packed).length).toBeLessThan(1_000_000)
    expect(JSON.parse(brotliDecompressSync(Buffer.from(packed.body, 'base64')).toString())).toEqual(revisions)
    for (const [of, encoding] of [
      ['revisions', 'gzip'],
      ['noise', 'br'],
    ] as const) {
      const refused = await ask(of, encoding)
      expect(refused.statusCode).toBe(422)
      expect(JSON.parse(refused.body)).toMatchObject({ code: 'limit-exceeded', detail: expect.stringMatching(/9 MB/) })
    }
  })
})
