import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allKinds } from '../../../functions/kinds.ts'
import { verifyStore } from '../../../functions/register/seal/verify.ts'
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
    const made = async (userId: string, path: string, data: object) =>
      (await product.as(userId).post(path, { data })).body.id as string
    const records = [
      await filed(product, []),
      await filed(product, [['anmalare', 'submit']]),
      await filed(product, wayIn),
    ]
    const first = (all: { [key: string]: string }) => Object.values(all).slice(0, 5)
    const { items: roles } = (await product.as('admin').get('/api/role-assignments?limit=3')).body
    const known = {
      '/api/activities': records.map(({ id }) => id),
      '/api/equipment': [await made('it', '/api/equipment', { name: 'Dator' })],
      '/api/medical-devices': [await made('mt', '/api/medical-devices', { name: 'Pump' })],
      '/api/applications': [await made('it', '/api/applications', { name: 'Journal' })],
      '/api/suppliers': [await made('avtal', '/api/suppliers', { name: 'Exempel AB' })],
      '/api/agreements': [
        await made('avtal', '/api/agreements', { name: 'PUB', controllerOrgUnitIds: first(product.units) }),
      ],
      '/api/org-units': first(product.units),
      '/api/people': Object.values(product.people).slice(20, 25),
      '/api/role-assignments': roles.map(({ id }: { id: string }) => id),
    }
    const request = fc.tuple(fc.constantFrom(...people), madeUpRequests(document, known))
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
    if (process.env['FUZZ_RUNS']) console.log(seen)
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 403, 404, 412, 422]))
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const { revisions, faults } = await verifyStore(product.store, allKinds, sha256)
    expect(faults).toEqual([])
    expect(revisions).toBeGreaterThan(100)
  },
)
