import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activeAgreement, changeAgreement, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const mark = { fieldPath: '/contacts', provision: '18:8', markedAt: '2026-11-20', markedByAuthority: 'Regionstyrelsen' }

let app: TestApp
let supplier: string
beforeAll(async () => {
  app = await openTestApp()
  const contacts = [{ role: 'security', name: 'Rut Hemlig', phone: '070-000 00 00' }]
  supplier = (await supplierIn(app, { name: 'Märkt AB', contacts, notes: 'Koden är rosa' })).id
})
afterAll(() => app.close())

const move = async (userId: string, transition: string, data: object) => {
  const path = `/api/suppliers/${supplier}`
  const { revision } = (await app.as('avtal').get(path)).body
  return app.as(userId).post(`${path}/transitions`, { transition, data }, { 'If-Match': `"${revision}"` })
}

describe('a mark of secrecy on a supplier', () => {
  test('is set by those who decide on it, with provision, date and authority, on a field that may be marked', async () => {
    for (const userId of ['avtal', 'anmalare', 'chef', 'revisor', 'systemagare'])
      expect((await move(userId, 'markSecret', mark)).status).toBe(403)
    expect((await move('dso', 'markSecret', { ...mark, fieldPath: '/name' })).body.missing).toMatchObject([
      { pointer: '/fieldPath', detail: 'Det fältet går inte att sekretessmarkera.' },
    ])
    const { markedByAuthority: _left, ...anonymous } = mark
    expect((await move('dso', 'markSecret', anonymous)).body.missing).toMatchObject([
      { law: expect.stringMatching(/5 kap. 5/) },
    ])
    expect((await move('dso', 'markSecret', mark)).body.data.secrecyMarks).toEqual([mark])
  })

  test('shows the provision instead of the field, in every way of reading, and logs who reads it', async () => {
    const path = `/api/suppliers/${supplier}`
    for (const address of [path, `${path}?revision=1`, `${path}?asOf=2026-11-21`])
      expect((await app.as('chef').get(address)).body.data).toMatchObject({
        contacts: { secrecy: 'OSL 18:8' },
        notes: 'Koden är rosa',
      })
    expect(JSON.stringify((await app.as('chef').get(`${path}/diff?from=1&to=2`)).body)).not.toContain('Hemlig')
    for (const format of ['csv', 'json'])
      expect(JSON.stringify((await app.as('chef').get(`/api/suppliers/export?format=${format}`)).body)).not.toContain(
        'Hemlig',
      )
    expect((await app.as('samordnare').get(path)).body.data.contacts).toMatchObject([{ name: 'Rut Hemlig' }])
    const log = await app.store.query('readlog#2026-11-21')
    expect(JSON.stringify(log.items)).toContain(supplier)
  })

  test('stands when somebody saves the record who does not read the field, and goes when it is lifted', async () => {
    const path = `/api/suppliers/${supplier}`
    const { body, headers } = await app.as('avtal').get(path)
    const put = (data: object) => app.as('avtal').put(path, { data }, { 'If-Match': headers.get('etag')! })
    expect((await put({ ...body.data, secrecyMarks: [] })).status).toBe(403)
    expect((await put({ ...body.data, notes: 'Nytt' })).body.data.secrecyMarks).toEqual([mark])
    expect((await move('avtal', 'liftSecrecy', { fieldPath: '/contacts' })).status).toBe(403)
    expect((await move('samordnare', 'liftSecrecy', { fieldPath: '/contacts' })).status).toBe(200)
    expect((await app.as('chef').get(path)).body.data.contacts).toMatchObject([{ name: 'Rut Hemlig' }])
    expect((await move('dso', 'liftSecrecy', { fieldPath: '/contacts' })).status).toBe(403)
  })
})

describe('a mark of secrecy on an agreement', () => {
  test('hides the security annex and the documents from coordinators, and what findings would tell of them', async () => {
    const { id: supplierId } = await supplierIn(app, { name: 'Bilaga AB' })
    const { id } = await activeAgreement(app, {
      supplierId,
      instruction: { security: 'Brandvägg 7', dataCategories: [], locations: ['SE'] },
    })
    const path = `/api/agreements/${id}`
    await moved(await moveAgreement(app, id, 'avtal', 'amend'))
    await moved(
      await changeAgreement(app, id, { subProcessors: [{ name: 'Fjärran Inc', country: 'US', status: 'active' }] }),
    )
    const rules = async (userId: string) => {
      const { findings } = (await app.as(userId).get(path)).body
      return findings.map(({ rule }: { rule: string }) => rule)
    }
    expect(await rules('samordnare')).toContain('SU-06')
    for (const fieldPath of ['instruction', 'documents'])
      await moved(await moveAgreement(app, id, 'dso', 'markSecret', { ...mark, fieldPath }))
    expect((await moveAgreement(app, id, 'samordnare', 'markSecret', mark)).status).toBe(403)
    expect((await app.as('samordnare').get(path)).body.data.instruction).toEqual({ secrecy: 'OSL 18:8' })
    expect(await rules('samordnare')).not.toContain('SU-06')
    expect(await rules('avtal')).toContain('SU-06')
    const counted = async (userId: string) =>
      (await app.as(userId).get(`/api/agreements/finding-counts?id=${id}`)).body.items[0].H
    expect(await counted('samordnare')).toBe((await counted('avtal')) - 1)
    expect((await app.as('samordnare').get(`${path}/documents`)).status).toBe(200)
    const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF')
    const sent = await app.as('avtal').send(`${path}/documents?name=bilaga.pdf&part=annex`, {
      method: 'POST',
      body: pdf,
      headers: { 'Content-Type': 'application/pdf' },
    })
    expect(sent.status).toBe(201)
    for (const part of ['documents', 'documents/1'])
      expect((await app.as('samordnare').get(`${path}/${part}`)).status).toBe(403)
    expect((await app.as('revisor').get(`${path}/documents/1`)).status).toBe(200)
  })
})
