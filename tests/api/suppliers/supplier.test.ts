import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const post = (data: object, userId = 'avtal') => app.as(userId).post('/api/suppliers', { data })

describe('a supplier', () => {
  test('keeps every field it is given', async () => {
    const data = {
      name: 'Bildarkiv GmbH',
      tradeNames: ['PixStore'],
      otherNames: ['Bildarkivet'],
      country: 'DE',
      orgNumber: 'HRB 719915',
      parentName: 'Pix Holding Inc',
      parentCountry: 'US',
      category: 'medTech',
      address: 'Lindenstraße 4, Berlin',
      website: 'https://bildarkiv.example',
      criticality: 'high',
      ownerId: app.people['avtal'],
      nis2Entity: 'yes',
      diaryNumber: 'RS 2026/7',
      lastFollowUpAt: '2026-03-01',
      nextFollowUpAt: '2027-03-01',
      riskAnalysisId: { diaryNumber: 'RS 2026/8', date: '2026-02-01' },
      dpContact: 'Frau Weiß',
      contacts: [
        {
          role: 'incident',
          name: 'Jour',
          email: 'jour@bildarkiv.example',
          phone: '+49 30 1',
          verifiedAt: '2026-05-01',
        },
      ],
      certifications: [{ name: 'ISO 27001', reference: 'C-1', validTo: '2027-01-01' }],
      subProcessorListUrl: 'https://bildarkiv.example/subprocessors',
      subProcessorListCheckedAt: '2026-06-01',
      changeEvents: [{ at: '2026-01-01', kind: 'service', text: 'Ny version', riskAnalysisId: { date: '2026-01-20' } }],
      notes: 'Avtal via Adda.',
    }
    const { body } = await post(data)
    expect(body.number).toMatch(/^L-\d{5}$/)
    expect(body.data).toEqual(data)
    expect(body.findings).toEqual([])
  })

  test('is found by any of its names and by its number, and as one of its writing', async () => {
    await supplierIn(app, {
      name: 'Kvartsit Aktiebolag',
      tradeNames: ['Molnet'],
      otherNames: ['KVA'],
      orgNumber: '556036-0793',
    })
    for (const q of ['Kvartsit', 'Molnet', 'kva', '556036-0793', '5560360793']) {
      const { body } = await app.as('anmalare').get(`/api/suppliers?q=${q}`)
      expect(body.items.map((item: { data: { name: string } }) => item.data.name)).toContain('Kvartsit Aktiebolag')
    }
  })

  test('is refused when its number is taken, however it is written', async () => {
    const first = await supplierIn(app, { name: 'Granit AB', country: 'SE', orgNumber: '202100-2114' })
    for (const orgNumber of ['2021002114', '16202100-2114', 'SE202100211401']) {
      const { status, body } = await post({ name: 'Granit Sverige', orgNumber })
      expect([status, body.id]).toEqual([409, first.id])
    }
  })

  test.each([
    [{ orgNumber: '556036-0794', country: 'SE' }, '/orgNumber', 'org-number'],
    [{ orgNumber: 'HRB 7', country: undefined }, '/country', 'required'],
    [{ orgNumber: '923609017', country: 'NO' }, '/orgNumber', 'org-number'],
    [{ country: 'XX' }, '/country', 'unknown-code'],
    [{ parentCountry: 'UK' }, '/parentCountry', 'unknown-code'],
    [{ country: 'Sverige' }, '/country', 'format'],
    [{ notes: 'Kontakt 811218-9876' }, '/notes', 'national-id'],
    [{ personalNumber: '556036-0793' }, '/personalNumber', 'org-number'],
    [{ criticality: 'enorm' }, '/criticality', 'unknown-code'],
    [{ changeEvents: [{ kind: 'rumour' }] }, '/changeEvents/0/kind', 'unknown-code'],
    [{ certifications: [{ validTo: '2026-02-30', name: 'ISO' }] }, '/certifications/0/validTo', 'date'],
  ])('is refused with %j, and told where', async (wrong, pointer, code) => {
    const { status, body } = await post({ name: 'Fel AB', ...wrong })
    expect(status).toBe(422)
    expect(body.errors[0]).toMatchObject({ pointer, code })
    expect(body.errors[0].detail).toMatch(/^\S.+\.$/)
  })
})

describe('a sole trader', () => {
  test('has its number in a field that is secret, and is not found by it', async () => {
    const { body } = await post({ name: 'Eks konsult', orgNumber: '811218-9876' })
    expect(body.data).toMatchObject({ personalNumber: '811218-9876', soleTrader: true, country: 'SE' })
    expect(body.data.orgNumber).toBeUndefined()
    const seen = (await app.as('anmalare').get(`/api/suppliers/${body.id}`)).body.data
    expect(seen.personalNumber).toEqual({ secrecy: 'OSL 21:7' })
    const found = await app.as('anmalare').get('/api/suppliers?q=811218-9876')
    expect(found.body.items).toEqual([])
    expect(JSON.stringify((await app.as('anmalare').get('/api/suppliers?q=Eks')).body)).not.toContain('9876')
    expect((await post({ name: 'Samma person', orgNumber: '198112189876' })).status).toBe(409)
  })
})

describe('a change at the supplier', () => {
  test('is written down by itself when owner or country changes, and is a finding until it has been assessed', async () => {
    const made = await supplierIn(app, { name: 'Ägarbyte AB', country: 'SE', parentCountry: 'SE' })
    const path = `/api/suppliers/${made.id}`
    const put = (data: object, revision: number) => app.as('avtal').put(path, { data }, { 'If-Match': `"${revision}"` })
    const sold = (await put({ ...made.data, parentCountry: 'US' }, 1)).body
    expect(sold.data.changeEvents).toEqual([{ kind: 'ownership', at: '2026-11-21' }])
    expect(sold.findings).toEqual([])
    app.advance(61 * 86_400_000)
    const late = (await app.as('dso').get(path)).body
    expect(late.findings).toMatchObject([{ rule: 'SU-08', severity: 'H', pointer: '/changeEvents/0', source: 'S0' }])
    expect(late.findings[0].law).not.toBe('')
    const assessed = { ...sold.data.changeEvents[0], riskAnalysisId: { diaryNumber: 'RS 2027/3', date: '2027-01-20' } }
    expect((await put({ ...sold.data, changeEvents: [assessed] }, 2)).body.findings).toEqual([])
  })
})
