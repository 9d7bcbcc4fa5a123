import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp

beforeAll(async () => {
  product = await openTestApp({ origins: ['https://register.example'] })
})
afterAll(() => product.close())

const body = { data: { name: 'PC ett' } }

describe('a change in a browser session', () => {
  const change = (headers: { [name: string]: string }) =>
    product.as('it', 'session').post('/api/equipment', body, headers)

  test.each([
    ['the own origin', { Origin: 'https://register.example' }],
    ['the browser saying same origin', { 'Sec-Fetch-Site': 'same-origin' }],
    ['both', { Origin: 'https://register.example', 'Sec-Fetch-Site': 'same-origin' }],
  ])('is taken with %s', async (_, headers) => {
    expect((await change(headers)).status).toBe(201)
  })

  test.each([
    ['nothing', {}],
    ['another origin', { Origin: 'https://elsewhere.example' }],
    ['the own host over http', { Origin: 'http://register.example' }],
    ['another port', { Origin: 'https://register.example:8443' }],
    ['an origin that begins alike', { Origin: 'https://register.example.evil.example' }],
    ['no origin at all', { Origin: 'null' }],
    ['the address it is asked at instead', { Origin: 'http://localhost' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['a typed address', { 'Sec-Fetch-Site': 'none' }],
    ['a contradiction', { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' }],
  ])('is refused with %s', async (_, headers) => {
    const answer = await change(headers)
    expect(answer.body).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: 'Ändringar tas bara emot från tjänstens egna sidor.',
    })
  })

  test('is refused from elsewhere at every route that changes something', async () => {
    const changing = product.routes.filter(({ method }) => method !== 'GET')
    expect(changing.length).toBeGreaterThan(10)
    for (const route of changing) {
      const headers = { Cookie: 'test=it', Origin: 'https://elsewhere.example', 'Content-Type': 'application/json' }
      const request = { method: route.method, headers, body: '{}' }
      const answer = await product.app.request(route.path.replace(/:\w+/g, 'abc_1'), request)
      expect({ route: route.operationId, status: answer.status }).toEqual({ route: route.operationId, status: 403 })
    }
  })
})

test('reading is no change, whoever asks', async () => {
  const headers = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
  expect((await product.as('it', 'session').get('/api/equipment', headers)).status).toBe(200)
})

test('an access token needs no origin, since no browser adds it by itself', async () => {
  expect((await product.as('it', 'bearer').post('/api/equipment', body)).status).toBe(201)
})

test('without a configured origin, the address asked at counts', async () => {
  const plain = await openTestApp()
  const it = plain.as('it', 'session')
  expect((await it.post('/api/equipment', body, { Origin: 'http://localhost' })).status).toBe(201)
  expect((await it.post('/api/equipment', body, { Origin: 'https://register.example' })).status).toBe(403)
  await plain.close()
})
