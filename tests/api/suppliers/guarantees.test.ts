import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementIn, moveAgreement, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const board = () => app.units['halso-och-sjukvardsnamnden']!
const bodies = () => ({
  suppliers: { name: 'Ensam AB', orgNumber: '556036-0793' },
  agreements: { name: 'Enda avtalet', controllerOrgUnitIds: [board()] },
})

describe.each(['suppliers', 'agreements'] as const)('racing for %s', (kind) => {
  test('creates once, however often the same request is sent', async () => {
    const data = bodies()[kind]
    const post = (body: object) =>
      app.as('avtal').post(`/api/${kind}`, { data: body }, { 'Idempotency-Key': `once-${kind}` })
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(data)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await post({ ...data, name: 'Ett annat' })).status).toBe(422)
    const { items } = (await app.as('avtal').get(`/api/${kind}?q=${encodeURIComponent(data.name)}`)).body
    expect(items).toHaveLength(1)
  })

  test('loses no update: each save names the revision it is made on', async () => {
    const { id } = (await app.as('avtal').get(`/api/${kind}?q=en`)).body.items[0]
    const path = `/api/${kind}/${id}`
    const add = async (mark: string): Promise<void> => {
      for (;;) {
        const { body, headers } = await app.as('avtal').get(path)
        const data = { ...body.data, notes: `${body.data.notes ?? ''}${mark};` }
        const { status } = await app.as('avtal').put(path, { data }, { 'If-Match': headers.get('etag')! })
        if (status === 200) return
        expect(status).toBe(412)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, at) => add(String(at))))
    const { notes } = (await app.as('avtal').get(path)).body.data
    expect(notes.split(';').filter(Boolean).toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  })

  test('asks for the revision on every way to change a record', async () => {
    const { id } = (await app.as('avtal').get(`/api/${kind}?q=en`)).body.items[0]
    const path = `/api/${kind}/${id}`
    const { data } = (await app.as('avtal').get(path)).body
    const transition = kind === 'suppliers' ? 'end' : 'sign'
    expect((await app.as('avtal').put(path, { data })).status).toBe(428)
    expect((await app.as('avtal').post(`${path}/transitions`, { transition })).status).toBe(428)
    expect((await app.as('avtal').put(path, { data }, { 'If-Match': '"99"' })).status).toBe(412)
    expect((await app.as('avtal').post(`${path}/transitions`, { transition }, { 'If-Match': '"99"' })).status).toBe(412)
  })
})

describe('the write units of a change', () => {
  /** Units of the newest commit of what is done. */
  const units = async (change: () => Promise<Answer>) => {
    const { status, body } = await change()
    if (status >= 400) throw new Error(JSON.stringify(body))
    return app.meter.lastCommitUnits
  }
  const put = async (path: string, more: object) => {
    const { body, headers } = await app.as('avtal').get(path)
    return app.as('avtal').put(path, { data: { ...body.data, ...more } }, { 'If-Match': headers.get('etag')! })
  }

  test('are at most 40: every list shows when a record was changed', async () => {
    const supplier = await supplierIn(app, { name: 'Enhet AB', country: 'SE', category: 'it', criticality: 'high' })
    const agreement = await agreementIn(app, { supplierId: supplier.id, renewal: 'never', noticeMonths: 3 })
    const [ofSupplier, ofAgreement] = [`/api/suppliers/${supplier.id}`, `/api/agreements/${agreement.id}`]
    const found = {
      'a supplier’s criticality': await units(() => put(ofSupplier, { criticality: 'low' })),
      'a supplier’s notes': await units(() => put(ofSupplier, { notes: 'Ringde i dag.' })),
      'an agreement’s end': await units(() => put(ofAgreement, { validTo: '2029-12-31' })),
      'an agreement’s notes': await units(() => put(ofAgreement, { notes: 'Ringde i dag.' })),
      'an agreement signed': await units(() => moveAgreement(app, agreement.id, 'avtal', 'sign')),
      'a checklist confirmed': await units(() => moveAgreement(app, agreement.id, 'samordnare', 'confirmChecklist')),
      'an agreement in force': await units(() => moveAgreement(app, agreement.id, 'avtal', 'activate')),
    }
    for (const [what, count] of Object.entries(found)) expect([what, count <= 40]).toEqual([what, true])
    expect(found['a supplier’s notes']).toBeLessThanOrEqual(14)
    expect(found['an agreement’s notes']).toBeLessThanOrEqual(18)
  })
})
