import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activeAgreement, changeAgreement, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

const dayMs = 86_400_000

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const put = async (path: string, userId: string, data: object) => {
  const { body, headers } = await app.as(userId).get(path)
  return moved(
    await app.as(userId).put(path, { data: { ...body.data, ...data } }, { 'If-Match': headers.get('etag') ?? '' }),
  )
}

describe('a date in the past', () => {
  let supplier: string
  let pub: string
  let printer: string
  beforeAll(async () => {
    supplier = (await supplierIn(app, { name: 'Gamla namnet AB', country: 'SE' })).id
    pub = (await activeAgreement(app, { supplierId: supplier, name: 'Första lydelsen', validTo: '2026-12-31' })).id
    const data = { name: 'Skrivare', usingOrgUnitIds: [app.units['vardcentralen-eken']] }
    printer = (await app.as('it').post('/api/equipment', { data })).body.id
    app.advance(10 * dayMs)
    await put(`/api/suppliers/${supplier}`, 'avtal', { name: 'Nya namnet AB' })
    await put(`/api/equipment/${printer}`, 'it', { name: 'Storskrivare' })
    await moved(await moveAgreement(app, pub, 'avtal', 'amend'))
    await changeAgreement(app, pub, { name: 'Andra lydelsen', validTo: '2028-12-31' })
    app.advance(10 * dayMs)
    await moved(await moveAgreement(app, pub, 'samordnare', 'confirmChecklist'))
    await moved(await moveAgreement(app, pub, 'avtal', 'activate'))
    await moved(
      await app
        .as('avtal')
        .post(`/api/suppliers/${supplier}/transitions`, { transition: 'end' }, { 'If-Match': '"2"' }),
    )
  })

  const nameOn = async (path: string, day: string) => {
    const { status, body } = await app.as('revisor').get(`${path}?asOf=${day}`)
    return status === 200 ? body.data.name : status
  }
  const namesOn = async (path: string, day: string, query = '') =>
    (await app.as('revisor').get(`${path}?asOf=${day}${query}`)).body.items.map(
      ({ data }: { data: { name: string } }) => data.name,
    )

  test('gives suppliers and assets as they were saved then', async () => {
    for (const [path, old, now] of [
      [`/api/suppliers/${supplier}`, 'Gamla namnet AB', 'Nya namnet AB'],
      [`/api/equipment/${printer}`, 'Skrivare', 'Storskrivare'],
    ] as const) {
      expect(await nameOn(path, '2026-11-20')).toBe(404)
      expect(await nameOn(path, '2026-11-21')).toBe(old)
      expect(await nameOn(path, '2026-11-30')).toBe(old)
      expect(await nameOn(path, '2026-12-01')).toBe(now)
      expect(await nameOn(path, '2030-01-01')).toBe(now)
    }
  })

  test('gives an agreement that is being amended as it was agreed before', async () => {
    const on = async (day: string) => {
      const { name, state, status, validTo } = await (async () => {
        const { body } = await app.as('avtal').get(`/api/agreements/${pub}?asOf=${day}`)
        return { ...body.data, state: body.state, status: body.status }
      })()
      return [name, state, status, validTo]
    }
    expect(await on('2026-11-25')).toEqual(['Första lydelsen', 'active', 'expiring', '2026-12-31'])
    expect(await on('2026-12-05')).toEqual(['Första lydelsen', 'active', 'expiring', '2026-12-31'])
    expect(await on('2026-12-11')).toEqual(['Andra lydelsen', 'active', 'active', '2028-12-31'])
    expect(await nameOn(`/api/agreements/${pub}`, '2026-11-01')).toBe(404)
  })

  test('gives lists as they were, filters and words held against them', async () => {
    expect(await namesOn('/api/suppliers', '2026-11-25')).toEqual(['Gamla namnet AB'])
    expect(await namesOn('/api/suppliers', '2026-12-05')).toEqual(['Nya namnet AB'])
    expect(await namesOn('/api/suppliers', '2026-12-11')).toEqual([])
    expect(await namesOn('/api/suppliers', '2026-12-11', '&state=ended')).toEqual(['Nya namnet AB'])
    expect(await namesOn('/api/suppliers', '2026-11-25', '&q=gamla')).toEqual(['Gamla namnet AB'])
    expect(await namesOn('/api/suppliers', '2026-11-25', '&q=nya')).toEqual([])
    expect(await namesOn('/api/agreements', '2026-11-25', '&dueBefore=2027-01-01')).toEqual(['Första lydelsen'])
    expect(await namesOn('/api/agreements', '2026-12-11', '&dueBefore=2027-01-01')).toEqual([])
    expect(await namesOn('/api/equipment', '2026-11-25')).toEqual(['Skrivare'])
    expect(await namesOn('/api/assets', '2026-12-05')).toEqual(['Storskrivare'])
    expect(await namesOn('/api/agreements', '2026-11-01')).toEqual([])
  })

  test('is refused when there is no such date', async () => {
    for (const path of ['/api/suppliers', '/api/agreements', '/api/assets', `/api/suppliers/${supplier}`])
      expect((await app.as('revisor').get(`${path}?asOf=2026-02-30`)).status).toBe(400)
  })
})
