import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activeAgreement, changeAgreement, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { filed, wayIn } from '../../support/activity.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

let app: TestApp
let journal: Answer['body']
let activity: Answer['body']
beforeAll(async () => {
  app = await openTestApp()
  journal = await supplierIn(app, { name: 'Linden Journal AB', country: 'SE' })
  activity = await filed(app, wayIn, {
    processors: [{ supplierId: journal.id, processorTask: ['hosting'] }, { name: 'Molnstädet AB' }],
    noProcessors: false,
    startDate: '2026-02-01',
  })
})
afterAll(() => app.close())

const coverage = async (query = '', userId = 'dso') => {
  const { status, body } = await app.as(userId).get(`/api/coverage${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items as Answer['body'][]
}
const ofJournal = async (query = '') => coverage(`?supplier=${journal.id}${query}`)

describe('coverage', () => {
  test('says which activities lack a valid PUB-avtal today, and why', async () => {
    const items = await coverage('?status=missing')
    expect(items).toMatchObject([
      {
        supplierId: journal.id,
        supplierName: 'Linden Journal AB',
        usedBy: { kind: 'activity', id: activity.id, number: activity.number },
        controllerOrgUnitId: app.units['halso-och-sjukvardsnamnden'],
        status: 'missing',
        cause: 'noAgreement',
        reason: 'Det finns inget PUB-avtal med leverantören.',
        findings: [{ rule: 'SU-01', severity: 'K' }],
      },
      { supplierName: 'Molnstädet AB', status: 'missing', cause: 'notInRegister' },
    ])
    const shown = (await app.as('dso').get(`/api/activities/${activity.id}`)).body
    expect(shown.findings.filter(({ rule }: { rule: string }) => rule === 'SU-01')).toMatchObject([
      { severity: 'K', pointer: '/processors/0', source: 'DSF 28.3, S0' },
      { severity: 'K', pointer: '/processors/1' },
    ])
  })

  test('follows an agreement from the day it is signed to the day it ends, on any date', async () => {
    const made = await activeAgreement(app, {
      supplierId: journal.id,
      signedAt: '2026-06-01',
      validFrom: '2026-07-01',
      validTo: '2027-06-30',
    })
    const on = async (day: string) => {
      const [item] = (await ofJournal(`&asOf=${day}`)) as [Answer['body']]
      return [item.status, item.agreementId, item.reason]
    }
    expect(await ofJournal()).toMatchObject([{ status: 'covered', agreementId: made.id, agreementNumber: made.number }])
    expect(await on('2027-06-30')).toEqual(['covered', made.id, 'PUB-avtalet gäller till och med 30 juni 2027.'])
    expect(await on('2027-07-01')).toEqual(['expired', made.id, 'PUB-avtalet upphörde den 30 juni 2027.'])
    await moved(await moveAgreement(app, made.id, 'avtal', 'terminate', { terminationAt: '2026-12-31' }))
    expect((await on('2026-12-31'))[0]).toBe('covered')
    expect((await on('2027-01-01'))[0]).toBe('expired')
    expect(await coverage(`?supplier=${journal.id}&asOf=2026-06-15`)).toEqual([])
  })

  test('tells an agreement of another controller from one of this', async () => {
    const other = await supplierIn(app, { name: 'Annan nämnds AB' })
    const { id } = await filed(app, wayIn, { processors: [{ supplierId: other.id }], startDate: '2027-05-01' })
    await activeAgreement(app, {
      supplierId: other.id,
      controllerOrgUnitIds: [app.units['regionstyrelsen']!],
      type: 'service',
    })
    expect(await coverage(`?supplier=${other.id}`)).toMatchObject([{ usedBy: { id }, status: 'missing', findings: [] }])
    const pub = await activeAgreement(
      app,
      { supplierId: other.id, controllerOrgUnitIds: [app.units['regionstyrelsen']!] },
      'agnes.wallin',
    )
    expect(await coverage(`?supplier=${other.id}`)).toMatchObject([
      { status: 'wrongController', cause: 'otherController', agreementId: pub.id },
    ])
    const [seen] = await coverage(`?supplier=${other.id}`, 'samordnare')
    expect([seen!.status, seen!.agreementId]).toEqual(['wrongController', undefined])
  })

  test('is for those of domain model 10.24, each within their scope', async () => {
    for (const [userId, seen] of [
      ['avtal', true],
      ['revisor', true],
      ['samordnare', true],
      ['agnes.wallin', false],
      ['systemagare', false],
      ['dso.exempelby', false],
    ] as const)
      expect((await coverage('', userId)).length > 0).toBe(seen)
    for (const userId of ['anmalare', 'chef', 'it', 'admin', 'registrator'])
      expect((await app.as(userId).get('/api/coverage')).status).toBe(403)
    expect((await app.anybody.get('/api/coverage')).status).toBe(401)
  })

  test('is counted, and had as a file whose cells never start a formula', async () => {
    const whole = await coverage()
    const { body } = await app.as('dso').get('/api/coverage/count')
    expect(body.more).toBe(false)
    expect(body.counts.missing).toBe(whole.filter(({ status }) => status === 'missing').length)
    await supplierIn(app, { name: '=cmd AB' })
    const csv = await app.as('dso').get('/api/coverage/export?format=csv')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="tackning-/)
    const [heading, ...lines] = csv.body.trim().split('\r\n')
    expect(heading).toContain(
      'Leverantör;Slag;Nummer;Används i;Verksamhet;Personuppgiftsansvarig;Läge;PUB-avtal;Dag;Skäl',
    )
    expect(lines).toHaveLength(whole.length)
    const json = await app.as('dso').get('/api/coverage/export?format=json')
    expect(json.body).toEqual(whole)
    expect((await app.as('dso').get('/api/coverage/export?format=xlsx')).status).toBe(200)
    expect((await app.as('anmalare').get('/api/coverage/export?format=csv')).status).toBe(403)
    const days = await app.as('avtal').get('/api/agreements/calendar/export?format=csv&to=2030-01-01')
    expect(days.body.split('\r\n')[0]).toContain('Dag;Händelse;Slag;Nummer;Namn')
    expect((await app.as('dso').get('/api/coverage/export')).status).toBe(400)
  })

  test.each(['?asOf=2026-02-30', '?status=green', '?supplier=sup_none', '?limit=0', '?cursor=x', '?colour=red'])(
    'refuses %s',
    async (query) => {
      expect((await app.as('dso').get(`/api/coverage${query}`)).status).toBe(400)
    },
  )

  test('gives each line once, a page at a time', async () => {
    const whole = await coverage()
    const paged: Answer['body'][] = []
    for (let cursor = ''; ;) {
      const { body } = await app.as('dso').get(`/api/coverage?limit=1${cursor}`)
      paged.push(...body.items)
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(paged).toEqual(whole)
  })
})

describe('a transfer that the notification denies', () => {
  test('is found where a supplier or its sub-processor is outside the EEA', async () => {
    const cloud = await supplierIn(app, { name: 'Moln Ltd', country: 'IE' })
    const { id } = await filed(app, wayIn, {
      processors: [{ supplierId: cloud.id }],
      thirdCountryTransfer: 'no',
      transfers: [],
    })
    const found = async () =>
      (await app.as('dso').get(`/api/activities/${id}`)).body.findings.filter(
        ({ rule }: { rule: string }) => rule === 'TR-07',
      )
    expect(await found()).toEqual([])
    const pub = await activeAgreement(app, {
      supplierId: cloud.id,
      subProcessorMode: 'specific',
      subProcessors: [{ name: 'Support Inc', country: 'US', status: 'active' }],
    })
    expect(await found()).toMatchObject([{ severity: 'H', params: { name: 'Support Inc', place: 'US' } }])
    expect((await found())[0].detail).toContain('USA')
    const shown = (await app.as('avtal').get(`/api/agreements/${pub.id}`)).body
    expect(shown.findings).toContainEqual(expect.objectContaining({ rule: 'SU-07', pointer: '/subProcessors/0' }))
  })
})

describe('shared records', () => {
  test('need an agreement about them that the controller is party to', async () => {
    const { id } = await filed(app, wayIn, { legalRegimes: ['pdl', 'svod'] })
    const found = async () =>
      (await app.as('dso').get(`/api/activities/${id}`)).body.findings.some(
        ({ rule }: { rule: string }) => rule === 'SU-14',
      )
    expect(await found()).toBe(true)
    await activeAgreement(app, { type: 'sharedRecords', counterparty: 'Demo AB', name: 'Sammanhållen dokumentation' })
    expect(await found()).toBe(false)
  })
})

describe('an activity that has drifted from the instruction', () => {
  test('is shown with what goes beyond it, until the instruction or the activity changes', async () => {
    const drifting = await supplierIn(app, { name: 'Drift AB', country: 'SE' })
    const { id } = await filed(app, wayIn, {
      processors: [{ supplierId: drifting.id }],
      dataCategories: [{ code: 'name' }, { code: 'contact' }, { code: 'travel' }],
    })
    const instruction = { dataCategories: ['name', 'contact'], subjects: ['patient', 'employee', 'relative', 'child'] }
    const made = await activeAgreement(app, { supplierId: drifting.id, instruction })
    const read = async () => (await app.as('avtal').get(`/api/agreements/${made.id}`)).body
    expect((await read()).drift).toMatchObject([{ id, dataCategories: ['travel'] }])
    expect((await read()).findings).toContainEqual(
      expect.objectContaining({ rule: 'SU-06', severity: 'H', pointer: '/instruction/dataCategories' }),
    )
    await moved(await moveAgreement(app, made.id, 'avtal', 'amend'))
    await moved(
      await changeAgreement(app, made.id, {
        instruction: { ...instruction, dataCategories: ['name', 'contact', 'travel'] },
      }),
    )
    expect((await read()).drift.flatMap((one: { dataCategories: string[] }) => one.dataCategories)).toEqual([])
  })
})
