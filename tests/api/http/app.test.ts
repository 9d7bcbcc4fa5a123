import * as z from 'zod/mini'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerHeaders } from '../../../functions/http/message.ts'
import { publicRoute, type Reply, type Route } from '../../../functions/http/route.ts'
import { ConditionFailed, type Store, StoreBusy } from '../../../functions/store/store.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

const words = { sv: 'prov', en: 'test' }

function testRoute(path: string, handler: () => Promise<Reply>): Route {
  return publicRoute({
    method: 'GET',
    path,
    operationId: path,
    summary: words,
    success: { status: 200, schema: z.unknown() },
    handler,
  })
}

async function* parts(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('name\n')
  yield Buffer.from('Ögonlampa\n')
}

let failure: Error | undefined

function failing(store: Store): Store {
  return {
    ...store,
    commit: (writes, token) => (failure ? Promise.reject(failure) : store.commit(writes, token)),
  }
}

let product: TestApp

beforeAll(async () => {
  product = await openTestApp({
    moreRoutes: [
      testRoute('/api/broken', () => Promise.reject(new TypeError('canary: cannot read'))),
      testRoute('/api/thrown', () => Promise.reject('canary as a text' as unknown as Error)),
      testRoute('/api/parts', async () => ({ headers: { 'Content-Type': 'text/csv' }, content: parts() })),
      testRoute('/api/elsewhere', async () => ({ status: 302, headers: { Location: 'http://localhost/x' } })),
    ],
    wrapStore: failing,
    fallback: async (request) =>
      new URL(request.url).pathname === '/page'
        ? { status: 200, headers: answerHeaders(), body: '<p>page</p>' }
        : undefined,
  })
})
afterAll(() => product.close())
beforeEach(() => {
  failure = undefined
  product.log.length = 0
})

describe('an address', () => {
  test.each(['/api/nothing', '/api/equipment/', '/api', '/api/equipment/a/b/c', '//api/equipment', '/API/equipment'])(
    '%s that does not exist is not found',
    async (path) => {
      const answer = await product.as('it').get(path)
      expect(answer.body).toMatchObject({ status: 404, code: 'not-found', detail: 'Adressen finns inte.' })
    },
  )

  test.each([
    ['DELETE', '/api/equipment', 'GET, HEAD, POST'],
    ['PATCH', '/api/equipment/equ_1', 'GET, HEAD, PUT'],
    ['POST', '/api/equipment/equ_1/links', 'GET, HEAD'],
    ['PUT', '/api/health', 'GET, HEAD'],
    ['OPTIONS', '/api/equipment', 'GET, HEAD, POST'],
    ['GET', '/api/equipment/equ_1/transitions', 'POST'],
  ])('answers %s %s with the methods it has', async (method, path, allow) => {
    const answer = await product.as('it').send(path, { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe(allow)
    expect(answer.body.code).toBe('method-not-allowed')
  })

  test('never lets another site in by CORS', async () => {
    const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' }
    const answer = await product.as('it').send('/api/equipment', { method: 'OPTIONS', headers })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('answers HEAD as GET without a body', async () => {
    const { status, headers, body } = await product.anybody.send('/api/health', { method: 'HEAD' })
    expect({ status, type: headers.get('content-type'), body }).toEqual({
      status: 200,
      type: 'application/json',
      body: '',
    })
  })

  test('is judged by its route, not by how it is spelt', async () => {
    const paths = ['/api/%65quipment', '/api/equipment?', '/api/health/../equipment', '/api/./equipment']
    for (const path of paths) expect((await product.anybody.get(path)).status).toBe(401)
  })

  test('with an id that can be none is not found', async () => {
    for (const id of ['%00', '..%2f..%2fsession', 'x'.repeat(3000), 'act_1#head', 'å', '%E0%A4%A'])
      expect((await product.as('it').get(`/api/equipment/${id}`)).status).toBe(404)
  })
})

describe('who has not signed in', () => {
  test('is told so at every route but the public ones', async () => {
    for (const route of product.routes.filter(({ access }) => access === 'person')) {
      const path = route.path.replace(/:\w+/g, 'abc_1')
      const answer = await product.anybody.send(path, { method: route.method })
      expect({ route: route.operationId, status: answer.status }).toEqual({ route: route.operationId, status: 401 })
    }
  })

  test('learns nothing of what exists', async () => {
    const { body } = await product.as('it').post('/api/equipment', { data: { name: 'PC ett' } })
    const strip = ({ body }: Answer) => ({ ...body, requestId: undefined })
    const existing = strip(await product.anybody.get(`/api/equipment/${body.id}`))
    expect(existing).toEqual(strip(await product.anybody.get('/api/equipment/equ_none')))
  })
})

describe('every answer', () => {
  const requests: [string, string, RequestInit][] = [
    ['a success', '/api/health', {}],
    ['not found', '/api/nothing', {}],
    ['a wrong method', '/api/health', { method: 'PUT' }],
    ['not signed in', '/api/equipment', {}],
    ['a bad query', '/api/health?x=1', {}],
    ['an unexpected error', '/api/broken', {}],
    ['something thrown that is no error', '/api/thrown', {}],
    ['a redirect', '/api/elsewhere', {}],
    ['a file', '/page', {}],
  ]

  test.each(requests)('(%s) carries the security headers and a request id', async (_, path, request) => {
    const { headers } = await product.app.request(path, request)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9A-Z]{26}$/)
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test.each(requests)('(%s) leaves one log line', async (_, path, request) => {
    const answer = await product.app.request(path, request)
    expect(product.log).toMatchObject([{ requestId: answer.headers.get('x-request-id'), status: answer.status }])
  })
})

test('an answer in parts is sent whole', async () => {
  const { headers, body } = await product.anybody.get('/api/parts')
  expect({ type: headers.get('content-type'), body }).toEqual({ type: 'text/csv', body: 'name\nÖgonlampa\n' })
})

describe('an unexpected error', () => {
  test('tells the caller the request id and nothing of what happened', async () => {
    const answer = await product.anybody.get('/api/broken')
    expect(answer.status).toBe(500)
    expect(JSON.stringify(answer.body)).not.toMatch(/canary|TypeError|\.ts/)
    expect(answer.body.detail).toContain(answer.headers.get('x-request-id'))
  })

  test('leaves its name and place in the log, not its message', async () => {
    await product.anybody.get('/api/broken')
    expect(product.log[0]?.error?.names).toEqual(['TypeError'])
    expect(product.log[0]?.error?.frames[0]).toContain('app.test.ts')
    expect(JSON.stringify(product.log)).not.toContain('canary')
  })

  test('that is no Error at all is told like any other', async () => {
    expect((await product.anybody.get('/api/thrown')).status).toBe(500)
  })
})

describe('a store that cannot', () => {
  test('is busy: try again, nothing is saved', async () => {
    failure = new StoreBusy('throttled')
    const answer = await product.as('it').post('/api/equipment', { data: { name: 'PC två' } })
    expect(answer.body).toMatchObject({ status: 503, code: 'busy' })
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  test('never shows its own errors', async () => {
    failure = new ConditionFailed(0, undefined)
    const answer = await product.as('it').post('/api/equipment', { data: { name: 'PC två' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/condition/i)
  })
})

describe('the log', () => {
  test('holds the pattern, never the address, what was asked or what was said', async () => {
    const canary = 'kanariefågel'
    const it = product.as('it')
    const { body } = await it.post('/api/equipment', { data: { name: canary }, comment: canary })
    await it.get(`/api/equipment?q=${encodeURIComponent(canary)}`)
    await it.get(`/api/equipment/${body.id}`)
    await it.post(`/api/equipment/${body.id}/comments`, { text: canary })
    await it.get(`/api/${canary}`)
    const text = JSON.stringify(product.log)
    expect(text).not.toContain(canary)
    expect(text).not.toContain(encodeURIComponent(canary))
    expect(text).not.toContain(body.id)
    expect(text).not.toContain(body.createdBy)
    expect(product.log.map(({ method, route }) => `${method} ${route}`)).toEqual([
      'POST /api/equipment',
      'GET /api/equipment',
      'GET /api/equipment/:id',
      'POST /api/equipment/:id/comments',
      'GET -',
    ])
  })

  test('says what a request cost', async () => {
    await product.as('it').post('/api/equipment', { data: { name: 'PC tre' } })
    expect(product.log[0]?.writeUnits).toBeGreaterThan(0)
    expect(product.log[0]?.durationMs).toBeGreaterThan(0)
  })
})
