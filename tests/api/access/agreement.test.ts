import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementIn, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { expected, people, type Person, seesCoverage } from './agreement-table.ts'

const persons = Object.keys(people) as Person[]
const dataReturn = { choice: 'deleted', confirmedAt: '2026-11-01' }

/** How a draft gets into each state. */
const ways: { [state: string]: readonly [by: string, transition: string, data?: object][] } = {
  draft: [],
  negotiation: [['avtal', 'negotiate']],
  signed: [['avtal', 'sign']],
  active: [
    ['avtal', 'sign'],
    ['samordnare', 'confirmChecklist'],
    ['avtal', 'activate'],
  ],
}
ways['amending'] = [...ways['active']!, ['avtal', 'amend']]
ways['terminated'] = [...ways['active']!, ['avtal', 'terminate', { terminationAt: '2026-10-31' }]]
ways['closed'] = [...ways['terminated']!, ['avtal', 'close', { dataReturn }]]

let app: TestApp
let supplierId: string
beforeAll(async () => {
  app = await openTestApp()
  supplierId = (await supplierIn(app)).id
})
afterAll(() => app.close())

describe.each(Object.keys(expected))('an agreement that is %s', (state) => {
  let path: string
  beforeAll(async () => {
    const { id } = await agreementIn(app, { supplierId, ownerId: app.people['systemagare'] })
    for (const [by, transition, data] of ways[state]!) await moved(await moveAgreement(app, id, by, transition, data))
    path = `/api/agreements/${id}`
    const found = (await app.as('avtal').get(path)).body.state
    if (found !== state) throw new Error(`${found}, not ${state}`)
  })

  test.each(persons)('is for %s what the table says', async (person) => {
    const client = app.as(person)
    const actions = expected[state]![person]
    const { status, body } = await client.get(path)
    const listed = (await client.get('/api/agreements?limit=200')).body.items.some(({ id }: { id: string }) =>
      path.endsWith(id),
    )
    expect({ status, listed, allowed: new Set(body.allowed ?? []) }).toEqual({
      status: actions === undefined ? 404 : 200,
      listed: actions !== undefined,
      allowed: new Set((actions ?? '').split(' ').filter(Boolean)),
    })
    for (const part of ['documents', 'sub-processors'])
      expect((await client.get(`${path}/${part}`)).status).toBe(actions === undefined ? 404 : 200)
  })

  test.each(persons)('is moved by %s only as the table says', async (person) => {
    const actions = expected[state]![person]
    for (const transition of [
      'negotiate',
      'sign',
      'activate',
      'amend',
      'terminate',
      'close',
      'confirmChecklist',
      'addDocument',
    ]) {
      const { status } = await app.as(person).post(`${path}/transitions`, { transition }, { 'If-Match': '"999"' })
      const may = actions?.split(' ').includes(transition)
      const others = actions === undefined ? [404] : [403, 412]
      expect(may ? [412] : others).toContain(status)
      if (
        actions !== undefined &&
        !may &&
        !Object.values(expected).some((row) => row[person]?.split(' ').includes(transition))
      )
        expect(status).toBe(403)
    }
  })
})

describe('coverage and the calendar', () => {
  test.each(persons)('are for %s what the table says', async (person) => {
    const status = seesCoverage.includes(person) ? 200 : 403
    for (const path of ['/api/coverage', '/api/agreements/calendar'])
      expect((await app.as(person).get(path)).status).toBe(status)
  })
})
