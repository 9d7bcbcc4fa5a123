import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreementData, SubProcessor } from '../../../functions/suppliers/agreement-data.ts'
import { activeAgreement, agreementIn, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let supplierId: string
beforeAll(async () => {
  app = await openTestApp()
  supplierId = (await supplierIn(app)).id
})
afterAll(() => app.close())

const read = async (id: string) => (await app.as('avtal').get(`/api/agreements/${id}`)).body
const list = (id: string, data: object) => moveAgreement(app, id, 'avtal', 'listSubProcessors', data)
const decide = (id: string, data: object) => moveAgreement(app, id, 'avtal', 'decideSubProcessor', data)
const statusesOf = (data: AgreementData) =>
  Object.fromEntries((data.subProcessors ?? []).map(({ name, status }: SubProcessor) => [name, status]))

const first = [
  { name: 'Nordmoln AB', country: 'SE', task: 'Drift' },
  { name: 'Mailtjänst Oy', country: 'FI', task: 'Utskick' },
]

async function agreed(data: Partial<AgreementData> = {}): Promise<string> {
  const { id } = await activeAgreement(app, {
    supplierId,
    subProcessorMode: 'specific',
    objectionDays: 30,
    subProcessors: first.map((one) => ({
      ...one,
      status: 'active',
      decidedAt: '2026-01-10',
      notifiedAt: '2026-01-10',
    })),
    ...data,
  })
  return id
}

describe('a list of sub-processors', () => {
  test('is a version from the day the agreement binds, and another each time the supplier publishes one', async () => {
    const id = await agreed()
    const published = [
      { name: 'NORDMOLN', country: 'SE', task: 'Drift och lagring' },
      { name: 'Support Inc', country: 'US', mechanism: 'dpf45', task: 'Support' },
    ]
    const after = moved(
      await list(id, { date: '2026-11-01', source: 'leverantörens webbplats', subProcessors: published }),
    )
    expect(statusesOf(after.data)).toEqual({ NORDMOLN: 'active', 'Support Inc': 'proposed', 'Mailtjänst Oy': 'ended' })
    expect(after.data.subProcessors[1]).toMatchObject({ notifiedAt: '2026-11-01', objectionDeadline: '2026-12-01' })
    const { body } = await app.as('dso').get(`/api/agreements/${id}/sub-processors`)
    expect(body.versions).toMatchObject([
      { version: 1 },
      { version: 2, date: '2026-11-01', source: 'leverantörens webbplats' },
    ])
    expect((await app.as('dso').get(`/api/agreements/${id}/sub-processors?version=1`)).body.items).toHaveLength(2)
    const difference = (await app.as('dso').get(`/api/agreements/${id}/sub-processors/diff?from=1&to=2`)).body
    expect(difference).toMatchObject({
      added: [{ name: 'Support Inc' }],
      removed: [{ name: 'Mailtjänst Oy' }],
      changed: [{ name: 'NORDMOLN', fields: [{ field: 'task', from: 'Drift', to: 'Drift och lagring' }] }],
    })
    expect((await app.as('dso').get(`/api/agreements/${id}/sub-processors?version=9`)).status).toBe(404)
    expect((await app.as('anmalare').get(`/api/agreements/${id}/sub-processors`)).status).toBe(404)
  })

  test('calls for a renewed assessment of new names and new countries, and closes it by one', async () => {
    const id = await agreed()
    const after = moved(
      await list(id, { date: '2026-11-01', subProcessors: [...first, { name: 'Support Inc', country: 'US' }] }),
    )
    expect(after.data.reassessments).toMatchObject([
      { trigger: 'newSubProcessor', names: ['Support Inc'], at: '2026-11-01', due: '2026-12-31' },
      { trigger: 'newCountry', names: ['US'], due: '2026-12-31' },
    ])
    const renewed = async () => (await app.as('avtal').get(`/api/suppliers/${supplierId}/reassessments`)).body.items
    const mine = (await renewed()).filter((one: { agreementId?: string }) => one.agreementId === id)
    expect(mine).toMatchObject([
      { open: true, by: [app.people['avtal']], records: [{ kind: 'agreement', id }] },
      { open: true },
    ])
    const refused = await decide(id, { names: ['Support Inc'], decision: 'approved' })
    expect(refused.body.missing).toMatchObject([{ pointer: '/riskAnalysisId' }])
    const riskAnalysisId = { diaryNumber: 'RS 2026/99', date: '2026-11-20' }
    const decided = moved(await decide(id, { names: ['support inc'], decision: 'approved', riskAnalysisId }))
    expect(statusesOf(decided.data)['Support Inc']).toBe('approved')
    expect(decided.data.subProcessors.at(-1)).toMatchObject({ decidedAt: '2026-11-21', decidedBy: app.people['avtal'] })
    expect(decided.data.reassessments[0].closedAt).toBeDefined()
    expect(decided.data.reassessments[1].closedAt).toBeUndefined()
    const done = moved(
      await moveAgreement(app, id, 'avtal', 'assess', { ids: [decided.data.reassessments[1].id], riskAnalysisId }),
    )
    expect(done.data.reassessments[1].closedBy).toBe(app.people['avtal'])
    expect(
      (await renewed()).filter((one: { open: boolean; agreementId?: string }) => one.agreementId === id && one.open),
    ).toEqual([])
    const again = await moveAgreement(app, id, 'avtal', 'assess', { ids: ['sub-2'], riskAnalysisId })
    expect(again.status).toBe(409)
  })

  test('takes an approval after the deadline, and says so', async () => {
    const id = await agreed()
    await moved(await list(id, { date: '2026-09-01', subProcessors: [...first, { name: 'Sen AB', country: 'SE' }] }))
    const riskAnalysisId = { diaryNumber: 'RS 2026/99' }
    const late = moved(await decide(id, { names: ['Sen AB'], decision: 'approved', riskAnalysisId }))
    expect(late.findings).toContainEqual(
      expect.objectContaining({ rule: 'SU-18', severity: 'M', params: { name: 'Sen AB', date: '2026-10-01' } }),
    )
  })

  test('is faulty where a sub-processor is used that nobody approved of', async () => {
    const id = await agreed()
    await moved(await list(id, { subProcessors: [...first, { name: 'Snabb AB', country: 'SE' }] }))
    const used = moved(await decide(id, { names: ['Snabb AB'], decision: 'active' }))
    expect(used.findings).toContainEqual(expect.objectContaining({ rule: 'SU-07', severity: 'H' }))
    const general = await agreed({
      subProcessorMode: 'general',
      subProcessors: [{ name: 'Tyst AB', country: 'SE', status: 'active' }],
    })
    expect((await read(general)).findings).toContainEqual(expect.objectContaining({ rule: 'SU-07' }))
  })

  test.each([
    [{ subProcessors: [{ name: 'A AB' }, { name: 'A' }] }, 409],
    [{ subProcessors: [{ name: 'A AB', country: 'XX' }] }, 409],
    [{ subProcessors: [{ country: 'SE' }] }, 422],
    [{ subProcessors: [], colour: 'red' }, 422],
    [{ date: '2026-02-30', subProcessors: [] }, 422],
  ])('is refused: %j', async (data, status) => {
    const { id } = await agreementIn(app, { supplierId })
    const answer = await list(id, data)
    expect(answer.status).toBe(status)
    expect((await read(id)).revision).toBe(1)
  })

  test('is the contract owner’s to keep, and decisions are about who is on it', async () => {
    const id = await agreed()
    expect((await moveAgreement(app, id, 'samordnare', 'listSubProcessors', { subProcessors: [] })).status).toBe(403)
    const stranger = await decide(id, { names: ['Okänd AB'], decision: 'ended' })
    expect(stranger.body.missing[0].detail).toBe('Okänd AB finns inte i listan över underbiträden.')
  })

  test('is read from the file that a supplier publishes, and becomes a version when it is kept', async () => {
    const id = await agreed()
    const csv =
      'Sub-processor,Location,Purpose,Transfer mechanism\nNordmoln AB,Sweden,Hosting,\nHjälp Inc,"US (SCCs)",Support,\nMoln,Atlantis,Backup,\n'
    const read = (userId: string, body: string) =>
      app.as(userId).send(`/api/agreements/${id}/sub-processors/read`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'text/csv' },
      })
    const { status, body } = await read('avtal', csv)
    expect(status).toBe(200)
    expect(body.columns.map(({ field }: { field: string }) => field)).toEqual(['name', 'country', 'task', 'mechanism'])
    expect(body).toMatchObject({
      subProcessors: [
        { name: 'Nordmoln AB', country: 'SE' },
        { name: 'Hjälp Inc', country: 'US', mechanism: 'scc46_2c' },
        { name: 'Moln' },
      ],
      added: ['Hjälp Inc', 'Moln'],
      removed: ['Mailtjänst Oy'],
      faults: [
        { row: 4, value: 'Atlantis', detail: 'Det går inte att läsa vilket land ”Atlantis” är. Ange det för hand.' },
      ],
    })
    const kept = moved(await list(id, { source: 'underbitraden.csv', subProcessors: body.subProcessors }))
    expect(statusesOf(kept.data)).toMatchObject({ 'Hjälp Inc': 'proposed', 'Mailtjänst Oy': 'ended' })
    expect((await read('samordnare', csv)).status).toBe(403)
    expect((await read('anmalare', csv)).status).toBe(404)
    for (const bad of ['', 'Namn\n', '\u0000\u0001PK'])
      expect((await read('avtal', bad)).body.errors).toMatchObject([{ code: 'list-unreadable' }])
  })

  test('may be as long as the longest that suppliers publish', async () => {
    const id = await agreed()
    const many = Array.from({ length: 110 }, (_, at) => ({
      name: `Underbiträde ${at}`,
      country: 'SE',
      task: `Uppgift ${at}`,
    }))
    expect(moved(await list(id, { subProcessors: many })).data.subProcessors).toHaveLength(112)
  })
})
