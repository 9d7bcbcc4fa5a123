import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activeAgreement, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

describe('the findings of a list', () => {
  test('are counted as the pages show them, of those that the caller reads', async () => {
    const { id: supplier } = await supplierIn(app, { criticality: 'high', nextFollowUpAt: '2026-01-01' })
    const { id: calm } = await supplierIn(app, { name: 'Lugn AB' })
    const { id: agreement } = await activeAgreement(app, { supplierId: supplier, validTo: '2026-12-31' })
    for (const [kind, id] of [
      ['suppliers', supplier],
      ['suppliers', calm],
      ['agreements', agreement],
    ] as const) {
      const shown = (await app.as('avtal').get(`/api/${kind}/${id}`)).body.findings as { severity: string }[]
      const counts = {
        K: 0,
        H: 0,
        M: 0,
        L: 0,
        ...Object.fromEntries(
          Object.entries(Object.groupBy(shown, (one) => one.severity)).map(([severity, found]) => [
            severity,
            found!.length,
          ]),
        ),
      }
      const { body } = await app.as('avtal').get(`/api/${kind}/finding-counts?id=${id}`)
      expect(body.items).toEqual([{ id, ...counts }])
    }
    const both = await app.as('avtal').get(`/api/suppliers/finding-counts?id=${supplier},${calm},sup_none`)
    expect(both.body.items.map(({ id }: { id: string }) => id)).toEqual([supplier, calm])
    expect((await app.as('it').get(`/api/agreements/finding-counts?id=${agreement}`)).body.items).toEqual([])
    expect((await app.as('admin').get(`/api/suppliers/finding-counts?id=${supplier}`)).body.items).toEqual([])
    const many = Array.from({ length: 101 }, (_, at) => `sup_${at}`).join(',')
    expect((await app.as('avtal').get(`/api/suppliers/finding-counts?id=${many}`)).status).toBe(400)
  })
})

describe('the agreements of a system owner', () => {
  test('are those that cover the own systems, and no others, everywhere they are found', async () => {
    const data = {
      name: 'Linden Journal',
      usingOrgUnitIds: [app.units['hjartmottagningen']],
      systemOwnerId: app.people['systemagare'],
      systemAdministratorIds: [app.people['viktor.ahl']],
    }
    const { id: system } = (await app.as('it').post('/api/applications', { data })).body
    const { id: supplierId } = await supplierIn(app, { name: 'System AB' })
    const covering = await activeAgreement(app, {
      supplierId,
      applicationIds: [system],
      name: 'PUB-avtal systemet',
      validTo: '2027-03-01',
    })
    const other = await activeAgreement(app, { supplierId, name: 'PUB-avtal annat', validTo: '2027-03-01' })
    const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)
    for (const person of ['systemagare', 'viktor.ahl']) {
      const client = app.as(person)
      expect((await client.get(`/api/agreements/${covering.id}`)).body).toMatchObject({ id: covering.id, allowed: [] })
      expect((await client.get(`/api/agreements/${other.id}`)).status).toBe(404)
      expect(idsOf((await client.get('/api/agreements')).body)).toEqual([covering.id])
      expect(idsOf((await client.get('/api/agreements?q=pub')).body)).toEqual([covering.id])
      expect((await client.get(`/api/agreements/${covering.id}/documents`)).status).toBe(200)
    }
    const days = (await app.as('systemagare').get('/api/agreements/calendar')).body
    expect(idsOf(days)).toContain(covering.id)
    expect(idsOf(days)).not.toContain(other.id)
    const { headers, body } = await app.as('it').get(`/api/applications/${system}`)
    await app
      .as('it')
      .put(
        `/api/applications/${system}`,
        { data: { ...body.data, systemOwnerId: app.people['chef'] } },
        { 'If-Match': headers.get('etag')! },
      )
    expect((await app.as('systemagare').get(`/api/agreements/${covering.id}`)).status).toBe(404)
    expect((await app.as('chef').get(`/api/agreements/${covering.id}`)).status).toBe(404)
  })
})
