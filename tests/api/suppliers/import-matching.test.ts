import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { createImportClient, type ImportClient } from '../../support/imports.ts'

let app: TestApp
let imports: ImportClient
beforeAll(async () => {
  app = await openTestApp()
  imports = createImportClient(app.as('avtal'))
})
afterAll(() => app.close())

const suppliers = async () => (await app.as('avtal').get('/api/suppliers?limit=200')).body.items
const rowsOf = async (id: string, show: string) => (await imports.settled(id, `?show=${show}`)).rows.items

describe('suppliers from several files', () => {
  const file = [
    'Leverantör;Org.nr;Land;Alias',
    'Linden Vårdsystem AB;556036-0793;Sverige;Linden | LVS',
    'Bildarkivet;;SE;',
  ].join('\n')

  it('are known by number in any of its forms, or by any of their names exactly', async () => {
    expect(await imports.imported(file, { kind: 'supplier' })).toMatchObject({ applied: { counts: { created: 2 } } })
    const [, linden] = await suppliers()
    expect(linden.data).toMatchObject({
      name: 'Linden Vårdsystem AB',
      orgNumber: '556036-0793',
      country: 'SE',
      otherNames: ['Linden', 'LVS'],
    })
    const again = [
      'Namn;Organisationsnummer;Webbplats',
      'Linden;SE556036079301;https://linden.example',
      'bildarkivet;;https://arkiv.example',
    ]
    const { body } = await imports.send(again.join('\n'), { kind: 'supplier', source: 'andra' })
    const checked = await imports.checked(body.id)
    expect(checked.counts).toMatchObject({ new: 0, changed: 2, faulty: 0 })
  })

  it('of one name in eight spellings are one, and the others are asked about', async () => {
    const names = [
      'Molntjänst i Norden AB',
      'MOLNTJÄNST I NORDEN AB',
      'Molntjänst i Norden',
      'Molntjänst i Norden, AB',
      'AB Molntjänst i Norden',
      'Molntjänst  i Norden AB',
      'Molntjänst i Norden Aktiebolag',
      'molntjänst i norden ab.',
    ]
    const { body } = await imports.send(['Leverantör', ...names].join('\n'), { kind: 'supplier', source: 'åtta' })
    const checked = await imports.checked(body.id)
    expect(checked.counts).toMatchObject({ new: 1, faulty: 7 })
    const details = (await rowsOf(body.id, 'faulty')).map(
      ({ errors }: { errors: { detail: string }[] }) => errors[0]!.detail,
    )
    expect(new Set(details.map((detail: string) => detail.slice(0, 12))).size).toBeLessThanOrEqual(2)
    expect(details).toContain(
      'Liknar Molntjänst i Norden AB, som redan finns. Skriv organisationsnummer eller förteckningens nummer om det är samma.',
    )
  })

  it('exported and read in again change nothing', async () => {
    const { body: text } = await app.as('avtal').get('/api/suppliers/export?format=csv')
    const { body } = await imports.send(text, { kind: 'supplier', source: 'egen' })
    expect((await imports.checked(body.id)).counts).toMatchObject({ new: 0, changed: 0, faulty: 0, unchanged: 2 })
  })
})

describe('agreements from several files', () => {
  it('name their suppliers and controllers, and are known by diary number', async () => {
    const file = [
      'Avtal;Avtalstyp;Leverantör;Personuppgiftsansvarig;Dnr;Startdatum;Slutdatum',
      'PUB-avtal Linden;PUB-avtal;Linden;Hälso- och sjukvårdsnämnden;RD 2025/7;2025-01-01;2027-12-31',
    ]
    const { body } = await imports.send(file.join('\n'), { kind: 'agreement', source: 'avtal' })
    const columns = body.columns.map(
      ({ position, field, heading }: { position: number; field?: string; heading: string }) => ({
        position,
        field: heading === 'Leverantör' ? 'supplierId' : (field ?? null),
      }),
    )
    await imports.checked(body.id, { columns })
    expect(await rowsOf(body.id, 'faulty')).toEqual([])
    expect(await imports.applied(body.id)).toMatchObject({ applied: { counts: { created: 1 } } })
    const { items } = (await app.as('avtal').get('/api/agreements')).body
    expect(items[0].data).toMatchObject({ name: 'PUB-avtal Linden', type: 'pub', validTo: '2027-12-31' })
    expect(
      await imports.imported(file.join('\n').replace('2027-12-31', '2028-12-31'), {
        kind: 'agreement',
        source: 'avtal',
      }),
    ).toMatchObject({
      applied: { counts: { changed: 1 } },
    })
  })
})
