import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activeAgreement, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { people, type Person } from './agreement-table.ts'
import { routes } from './supplier-routes-table.ts'

const persons = Object.keys(people) as Person[]

let app: TestApp
let ids: { [kind: string]: string }
beforeAll(async () => {
  app = await openTestApp()
  const supplier = (await supplierIn(app)).id
  const subProcessors = [{ name: 'Molnhallen AB', country: 'SE' }]
  const ownerId = app.people['systemagare']!
  const agreement = (await activeAgreement(app, { supplierId: supplier, ownerId, subProcessors })).id
  const body = new TextEncoder().encode('%PDF-1.7\n%%EOF')
  const headers = { 'Content-Type': 'application/pdf' }
  await app.as('avtal').send(`/api/agreements/${agreement}/documents?name=avtal.pdf`, { method: 'POST', body, headers })
  ids = { suppliers: supplier, agreements: agreement }
})
afterAll(() => app.close())

test('the table names every route of suppliers, agreements and coverage, and no other', () => {
  const served = app.routes
    .filter(({ path }) => /^\/api\/(suppliers|agreements|coverage)\b/.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  expect(routes.map(({ route }) => route).toSorted()).toEqual(served.toSorted())
})

describe.each(routes)('$route', ({ route, query, body, allowed, hidden = [], status = 200 }) => {
  const [method, path = ''] = route.split(' ')

  test.each(persons)('answers %s as the table says', async (person) => {
    const kind = path.split('/')[2] ?? ''
    const address = `${path.replace(':id', ids[kind] ?? '').replace(':n', '1')}${query ? `?${query}` : ''}`
    const answer = await app.as(person).send(address, {
      method: method!,
      ...(method === 'POST' || method === 'PUT'
        ? { body: body === undefined ? 'x' : JSON.stringify(body).replace(':board', app.units['regionstyrelsen']!) }
        : {}),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(path.endsWith('transitions') || method === 'PUT' ? { 'If-Match': '"999"' } : {}),
      },
    })
    expect(answer.status).toBe(allowed.includes(person) ? status : hidden.includes(person) ? 404 : 403)
  })

  test('is for nobody who is not signed in', async () => {
    const address = path.replace(':id', 'x').replace(':n', '1')
    expect((await app.anybody.send(address, { method: method! })).status).toBe(401)
  })
})
