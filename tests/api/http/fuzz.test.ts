import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filed, wayIn } from '../../support/activity.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { madeUpRequests } from '../../support/arbitrary-request.ts'

let product: TestApp
const people = ['anmalare', 'samordnare', 'chef', 'dso', 'it', 'mt', 'avtal', 'admin', 'revisor']
const runs = Number(process.env['FUZZ_RUNS'] ?? 1500)

beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

test(
  `of ${runs} requests made up from the document, none breaks the product or its promises`,
  { timeout: 20 * 60_000 },
  async () => {
    const document = (await product.anybody.get('/api/openapi.json')).body
    const { body: device } = await product.as('mt').post('/api/medical-devices', { data: { name: 'Pump' } })
    const { body: supplier } = await product.as('avtal').post('/api/suppliers', { data: { name: 'Exempel AB' } })
    const records = [
      await filed(product, []),
      await filed(product, [['anmalare', 'submit']]),
      await filed(product, wayIn),
    ]
    const ids = [
      ...[...records, device, supplier].map(({ id }) => id),
      ...Object.values(product.units).slice(0, 3),
      product.people['anmalare']!,
    ]
    const request = fc.tuple(fc.constantFrom(...people), madeUpRequests(document, ids))
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(request, async ([userId, { path, ...init }]) => {
        product.log.length = 0
        const { body, ...bare } = init
        const answer = await product.as(userId).send(path, init.method === 'GET' ? bare : { ...bare, body })
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
        expect({ broken: answer.status >= 500, log: product.log }).toMatchObject({ broken: false })
        expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.ts:|node_modules|SQLITE/)
      }),
      { numRuns: runs, ...(process.env['FUZZ_SEED'] && { seed: Number(process.env['FUZZ_SEED']) }) },
    )
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 403, 404, 412, 422]))
  },
)
