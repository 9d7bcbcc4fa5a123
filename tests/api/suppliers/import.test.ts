import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('an import of suppliers', () => {
  test('makes them by number, with what the columns say, and changes nothing the second time', async () => {
    const file = [
      'Leverantör;Org.nr;Land;Kritikalitet;Alias;Avtalsansvarig',
      'Nordljus Journal AB;556036-0793;SE;Hög;Nordljus|NJ;Helena Vikman',
      'Bildbank GmbH;HRB 719915;DE;Låg;;',
      'Fel nummer AB;556036-0794;SE;;;',
      'Okänt land AB;;XX;;;',
    ].join('\r\n')
    const done = await imports.imported(file, { kind: 'supplier', source: 'inköp' })
    expect(done.counts).toMatchObject({ new: 2, faulty: 2 })
    const made = await suppliers()
    expect(made.map(({ data }: { data: { name: string } }) => data.name)).toEqual([
      'Bildbank GmbH',
      'Nordljus Journal AB',
    ])
    expect(made[1].data).toMatchObject({ orgNumber: '556036-0793', criticality: 'high', ownerId: app.people['avtal'] })
    const again = await imports.imported(`${file}\r\n`, { kind: 'supplier', source: 'inköp' })
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
  })

  test('takes one supplier under eight spellings for one, by its number, and loses none of the rows', async () => {
    const spellings = [
      'Exempelmolnet AB',
      'EXEMPELMOLNET AB',
      'Exempelmolnet Aktiebolag',
      'Exempel-molnet AB',
      'Exempelmolnet',
      'Exempelmolnet AB (publ)',
      'Exempelmolnet Sverige',
      'exempelmolnet ab',
    ]
    const numbers = ['202100-2114', '2021002114', '16202100-2114', '202100 2114']
    const file = [
      'Namn;Organisationsnummer;Land',
      ...spellings.map((name, at) => `${name};${numbers[at % 4]};SE`),
    ].join('\n')
    const done = await imports.imported(file, { kind: 'supplier', source: 'reskontra' })
    const made = (await suppliers()).filter(
      ({ data }: { data: { orgNumber?: string } }) => data.orgNumber === '202100-2114',
    )
    expect(made).toHaveLength(1)
    expect(done.counts.faulty + done.counts.new + done.counts.changed + done.counts.unchanged).toBe(8)
    const faulty = await app.as('avtal').get(`/api/imports/${done.id}/faulty`)
    const told = done.counts.faulty + (done.applied?.counts.failed ?? 0)
    expect(faulty.body.trim().split('\r\n')).toHaveLength(1 + told)
    expect(told).toBe(7)
  })

  test('is the contract owner’s', async () => {
    const others = createImportClient(app.as('it'))
    expect((await others.send('Namn\nX AB\n', { kind: 'supplier' })).status).toBe(403)
  })
})

describe('an import of agreements', () => {
  test('finds supplier and controller by name, and says which it does not know', async () => {
    const file = [
      'Avtal;Avtalstyp;Leverantör;Nämnd;Diarienummer;Undertecknat;Gäller från;Gäller till;Uppsägningstid',
      'PUB Nordljus;PUB-avtal;Nordljus Journal AB;Hälso- och sjukvårdsnämnden;HSN 2026/1;2026-01-10;2026-02-01;2028-12-31;6',
      'PUB Okänd;PUB-avtal;Finns Inte AB;Hälso- och sjukvårdsnämnden;HSN 2026/2;;;;',
      'Bakvänt;Tjänsteavtal;Bildbank GmbH;Hälso- och sjukvårdsnämnden;HSN 2026/3;;2026-02-01;2026-01-01;',
    ].join('\n')
    const done = await imports.imported(file, { kind: 'agreement', source: 'diariet' })
    const { items } = (await app.as('avtal').get('/api/agreements')).body
    expect(items.map(({ data }: { data: { name: string } }) => data.name)).toEqual(['PUB Nordljus'])
    expect(items[0].data).toMatchObject({ type: 'pub', noticeMonths: 6, validTo: '2028-12-31' })
    expect(done.counts.faulty).toBe(2)
  })

  test('may be had back as a file', async () => {
    const csv = await app.as('avtal').get('/api/agreements/export?format=csv')
    expect(csv.body).toContain('PUB Nordljus')
    expect((await app.as('avtal').get('/api/suppliers/export?format=csv')).body).toContain('Bildbank GmbH')
  })
})
