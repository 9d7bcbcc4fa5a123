import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../../functions/directory/directory.ts'
import { equipment } from '../../../functions/assets/equipment.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { createAsset } from './record.ts'

let product: TestApp
beforeAll(async () => {
  product = await openTestApp()
  const { units, people } = product
  const heart = { usingOrgUnitIds: [units['hjartmottagningen']], responsiblePersonId: people['eva.lindgren'] }
  const eken = { usingOrgUnitIds: [units['vardcentralen-eken']] }
  const add = (path: string, data: object) => createAsset(product, path.includes('med') ? 'mt' : 'it', path, data)
  await add('/api/equipment', { ...heart, name: 'A dator', equipmentType: 'laptop', connectedToNetwork: true })
  await add('/api/equipment', { ...eken, name: 'B skrivare', equipmentType: 'printer', personalData: 'no' })
  await add('/api/equipment', {
    ...eken,
    name: 'C server',
    equipmentType: 'server',
    osSupportEnd: '2024-10-10',
    supportEndsAt: '2028-01-01',
    lastVerifiedAt: '2026-01-10',
    serialNumber: 'SN-99881',
    manufacturer: 'Exempel',
    location: { site: 'Annexet' },
    network: [{ macAddress: '02:00:5e:10:00:01' }],
  })
  await add('/api/medical-devices', {
    ...heart,
    name: 'D pump',
    riskClass: 'IIb',
    nextMaintenanceAt: '2026-06-01',
    lastVerifiedAt: '2026-11-01',
    udiDi: '07312345678909',
    inventoryNumber: 'MT-4711',
  })
  await add('/api/applications', {
    name: 'E system',
    applicationType: 'businessSystem',
    classificationId: { date: '2026-01-01' },
    supportEndsAt: '2026-12-31',
    personalData: 'yes',
  })
  const actor = { ...systemActor(await product.core.directory.tree()), personId: people['it']! }
  await product.core.deps.engine.create(
    equipment,
    {
      ...heart,
      name: 'F från källa',
      externalIds: [{ source: 'sccm', id: 'PC-00017' }],
      unseen: { source: 'sccm', loads: 3, since: '2026-11-01' },
      sourceSays: { name: { source: 'sccm', value: 'PC-00017' } },
    },
    actor,
  )
})
afterAll(() => product.close())

const letters = async (query: string) => {
  const { status, body } = await product.as('it').get(`/api/assets?${query}`)
  expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' })
  return body.items.map(({ data }: { data: { name: string } }) => data.name[0]).join('')
}

describe('the list of all assets', () => {
  test.each([
    ['', 'ABCDEF'],
    ['orgUnit={hjartmottagningen}', 'ADF'],
    ['orgUnit={halso-och-sjukvardsnamnden}', 'ABCDF'],
    ['kind=equipment&orgUnit={vardcentralen-eken}', 'BC'],
    ['type=laptop,printer', 'AB'],
    ['type=IIb', 'D'],
    ['responsible={eva.lindgren}', 'AD F'.replace(' ', '')],
    ['connected=yes', 'A'],
    ['connected=no', ''],
    ['personalData=no', 'B'],
    ['personalData=yes', 'E'],
    ['classification=done', 'E'],
    ['classification=missing&kind=application', ''],
    ['source=sccm', 'F'],
    ['waiting=unseen', 'F'],
    ['waiting=sourceSays', 'F'],
    ['state=planned&type=server', 'C'],
    ['state=missing', ''],
    ['supportEnded=2026-11-21', 'C'],
    ['supportEnded=2027-01-01', 'CE'],
    ['maintenanceBefore=2026-11-21', 'D'],
    ['supportEnded=2027-01-01&notVerifiedSince=2026-01-01', 'E'],
    ['notVerifiedSince=2026-06-01&supportEnded=2026-11-21', 'C'],
    ['q=server&notVerifiedSince=2026-06-01&supportEnded=2024-01-01', ''],
    ['kind=equipment&sort=-equipmentType', 'FCBA'],
    ['kind=equipment&sort=number', 'ABCF'],
    ['q=pump', 'D'],
    ['q=SN-99881', 'C'],
    ['q=annexet', 'C'],
    ['q=4711', 'D'],
    ['q=07312345678909', 'D'],
    ['q=(01)07312345678909(17)310101(21)S1', 'D'],
    ['q=010731234567890917310101', 'D'],
    ['q=02-00-5E-10-00-01', 'C'],
    ['q=0200.5e10.0001', 'C'],
    ['q=PC-00017', 'F'],
  ])('narrowed by "%s" holds %s', async (query, expected) => {
    const filled = query.replaceAll(/\{([^}]+)\}/g, (_all, key: string) => product.units[key] ?? product.people[key]!)
    expect(await letters(filled)).toBe(expected)
    if (query.includes('q=') || query.includes('sort=')) return
    const { body } = await product.as('it').get(`/api/assets/count?${filled}`)
    expect(body).toMatchObject({ count: expected.length, more: false })
  })

  test('finds what nobody has looked at since a day, what was never looked at first', async () => {
    expect((await letters('notVerifiedSince=2026-06-01')).split('').toSorted().join('')).toBe('ABCEF')
    expect(await letters('notVerifiedSince=2026-06-01&kind=equipment')).toMatch(/C$/)
    expect((await letters('notVerifiedSince=2026-12-01')).length).toBe(6)
  })

  test('counts kind by kind', async () => {
    const { body } = await product.as('anmalare').get('/api/assets/count')
    expect(body).toEqual({ count: 6, more: false, byKind: { equipment: 4, medicalDevice: 1, application: 1 } })
  })

  test.each([
    'sort=manufacturer',
    'kind=application&sort=manufacturer',
    'type=laptop,IIb',
    'kind=application&type=laptop',
    'supportEnded=snart',
    'connected=maybe',
    'waiting=x',
    'id=equ_1',
  ])('refuses "%s"', async (query) => {
    expect((await product.as('it').get(`/api/assets?${query}`)).status).toBe(400)
  })

  test('is read page by page in an order by date too', async () => {
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await product.as('it').get(`/api/assets?notVerifiedSince=2026-12-01&limit=2${cursor}`)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
  })

  test('is closed to who is there for the platform alone', async () => {
    expect((await product.as('admin').get('/api/assets')).body.items).toEqual([])
    expect((await product.as('admin').get('/api/assets/count')).body.count).toBe(0)
  })
})
