import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filed, wayIn } from '../../support/activity.ts'
import { activeAgreement, changeAgreement, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const calendar = async (query: string, userId = 'avtal') =>
  (await app.as(userId).get(`/api/agreements/calendar?${query}`)).body.items as Answer['body'][]
const short = (items: readonly { date: string; what: string; name: string }[]) =>
  items.map(({ date, what, name }) => `${date} ${what} ${name}`)

describe('the calendar', () => {
  test('holds ends, notice days, renewals, objections, follow-ups and certificates, in order', async () => {
    const { id: supplierId } = await supplierIn(app, {
      name: 'Kalender AB',
      certifications: [{ name: 'ISO 27001', validTo: '2027-03-01' }],
      changeEvents: [{ at: '2026-11-01', kind: 'service' }],
      ownerId: app.people['avtal'],
    })
    await activeAgreement(app, {
      supplierId,
      name: 'Fast',
      validTo: '2027-06-30',
      noticeMonths: 3,
      nextFollowUpAt: '2027-01-15',
    })
    const tacit = { renewal: 'tacit', renewalMonths: 12, noticeMonths: 2 } as const
    await activeAgreement(app, {
      supplierId,
      name: 'Löpande',
      validFrom: '2024-01-01',
      signedAt: '2023-12-01',
      validTo: '2024-12-31',
      ...tacit,
    })
    const chain = await activeAgreement(app, { supplierId, name: 'Kedja', validTo: '2030-01-01', objectionDays: 30 })
    await moved(
      await moveAgreement(app, chain.id, 'avtal', 'listSubProcessors', {
        date: '2026-11-20',
        subProcessors: [{ name: 'Ny AB', country: 'SE' }],
      }),
    )
    expect(short(await calendar('from=2026-11-21&to=2027-12-31'))).toEqual([
      '2026-12-20 objection Kedja',
      '2026-12-31 reassessment Kalender AB',
      '2026-12-31 renewal Löpande',
      '2027-01-15 followUp Fast',
      '2027-01-19 reassessment Kedja',
      '2027-03-01 certificate Kalender AB',
      '2027-03-30 notice Fast',
      '2027-06-30 end Fast',
      '2027-10-31 notice Löpande',
      '2027-12-31 renewal Löpande',
    ])
    expect(short(await calendar('from=2026-11-21&to=2027-12-31&what=notice,end'))).toEqual([
      '2027-03-30 notice Fast',
      '2027-06-30 end Fast',
      '2027-10-31 notice Löpande',
    ])
    const paged: Answer['body'][] = []
    for (let cursor = ''; ;) {
      const { body } = await app
        .as('avtal')
        .get(`/api/agreements/calendar?from=2026-11-21&to=2027-12-31&limit=3${cursor}`)
      paged.push(...body.items)
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(short(paged)).toEqual(short(await calendar('from=2026-11-21&to=2027-12-31')))
    expect(await calendar('from=2026-11-21', 'dso.exempelby')).toMatchObject([
      { kind: 'supplier' },
      { kind: 'supplier' },
    ])
    expect((await app.as('anmalare').get('/api/agreements/calendar')).status).toBe(403)
  })

  test.each(['from=2026-13-01', 'from=2026-05-01&to=2026-04-01', 'from=2026-01-01&to=2040-01-01', 'what=party'])(
    'refuses %s',
    async (query) => {
      expect((await app.as('avtal').get(`/api/agreements/calendar?${query}`)).status).toBe(400)
    },
  )
})

describe('what stops being lawful when an agreement ends', () => {
  test('is what it alone covers on its last day, and nothing covers the day after', async () => {
    const { id: supplierId } = await supplierIn(app, { name: 'Ensam AB' })
    const activity = await filed(app, wayIn, { processors: [{ supplierId }] })
    const pub = await activeAgreement(app, { supplierId, name: 'PUB ensam', validTo: '2028-12-31' })
    const impact = async (query = '') =>
      (await app.as('dso').get(`/api/agreements/${pub.id}/impact${query}`)).body.items
    expect(await impact('?endsOn=2027-01-31')).toMatchObject([
      {
        kind: 'activity',
        id: activity.id,
        lastDay: '2027-01-31',
        status: 'expired',
        reason: 'PUB-avtalet upphörde den 31 januari 2027.',
      },
    ])
    expect(await impact()).toMatchObject([{ id: activity.id, lastDay: '2028-12-31' }])
    expect(await impact('?endsOn=2029-02-01')).toEqual([])
    const next = await activeAgreement(app, {
      supplierId,
      name: 'PUB nästa',
      signedAt: '2026-11-01',
      validFrom: '2027-02-01',
      validTo: undefined,
    })
    expect(await impact('?endsOn=2027-01-31')).toEqual([])
    expect(await impact('?endsOn=2027-01-30')).toMatchObject([{ id: activity.id, status: 'notYetValid' }])
    await moved(await moveAgreement(app, next.id, 'avtal', 'terminate', { terminationAt: '2027-02-01' }))
    expect((await app.as('registrator').get(`/api/agreements/${pub.id}/impact`)).status).toBe(403)
  })

  test('includes the PUB-avtal that belong to a service agreement', async () => {
    const { id: supplierId } = await supplierIn(app, { name: 'Ovan AB' })
    const above = await activeAgreement(app, { supplierId, type: 'service', name: 'Tjänst' })
    const below = await activeAgreement(app, { supplierId, name: 'PUB under' })
    await moved(await changeAgreement(app, below.id, { parentAgreementId: above.id }))
    const { items } = (await app.as('avtal').get(`/api/agreements/${above.id}/impact?endsOn=2027-01-31`)).body
    expect(items).toMatchObject([{ kind: 'agreement', id: below.id, reason: 'PUB-avtalet hör till det här avtalet.' }])
  })
})

describe('names like one', () => {
  test('are suggested by any of a supplier’s names, whatever the legal form, and never merged', async () => {
    await supplierIn(app, { name: 'Exempelmolnet Sverige AB', tradeNames: ['Molnexemplet'] })
    const similar = async (name: string) =>
      (await app.as('avtal').get(`/api/suppliers/similar?name=${encodeURIComponent(name)}`)).body.items.map(
        (item: { name: string; matched: string }) => item.matched,
      )
    for (const spelling of [
      'Exempelmolnet Sverige Aktiebolag',
      'EXEMPELMOLNET SVERIGE',
      'Exempelmolnet',
      'Exempel-molnet Sverige AB',
      'exempelmolnet sverige ab (publ)',
      'Exempelmålnet Sverige AB',
      'Exempelmolnets Sverige AB',
    ])
      expect(await similar(spelling)).toContain('Exempelmolnet Sverige AB')
    expect(await similar('Molnexemplet Ltd')).toContain('Molnexemplet')
    expect(await similar('Röntgenkliniken')).toEqual([])
  })
})
