import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filed, wayIn } from '../../support/activity.ts'
import { file } from '../../support/activity-flow.ts'
import { activeAgreement, agreementIn, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const tasks = async (userId: string, what: string) =>
  (await app.as(userId).get('/api/tasks')).body.items.filter((task: { what: string }) => task.what === what)

describe('a supplier that a notification names and the register lacks', () => {
  test('is the contract owner’s task from the day it is sent in until somebody has picked one', async () => {
    const flow = await file(app, { processors: [{ name: 'Molnstädet AB' }], noProcessors: false })
    expect(await tasks('avtal', 'missingSupplier')).toEqual([])
    await flow.move('anmalare', 'submit')
    expect(await tasks('avtal', 'missingSupplier')).toMatchObject([
      { kind: 'activity', id: flow.id, name: 'Molnstädet AB', orgUnitId: app.units['hjartmottagningen'] },
    ])
    expect((await app.as('avtal').get(flow.path)).status).toBe(404)
    expect(await tasks('samordnare', 'missingSupplier')).toEqual([])
    await flow.move('samordnare', 'take')
    await flow.move('samordnare', 'return', { comment: 'Välj leverantören.' })
    const { id } = await supplierIn(app, { name: 'Molnstädet AB' })
    expect((await flow.change('anmalare', { processors: [{ supplierId: id }] })).status).toBe(200)
    expect(await tasks('avtal', 'missingSupplier')).toEqual([])
  })
})

describe('a supplier that the register has got after a notification', () => {
  test('is linked by the contract owner, and the task is done', async () => {
    const flow = await file(app, {
      processors: [{ name: 'Nya Molnet AB', processorTask: ['hosting'] }, { name: 'Annan AB' }],
      noProcessors: false,
    })
    const link = (userId: string, name: string, supplierId: string) =>
      app.as(userId).post(`${flow.path}/suppliers`, { name, supplierId })
    const { id } = await supplierIn(app, { name: 'Nya Molnet AB' })
    expect((await link('avtal', 'Nya Molnet AB', id)).status).toBe(404)
    await flow.move('anmalare', 'submit')
    const open = async () =>
      (await tasks('avtal', 'missingSupplier')).filter((task: { id: string }) => task.id === flow.id)
    expect((await open()).map(({ name }: { name: string }) => name)).toEqual(['Nya Molnet AB', 'Annan AB'])
    for (const userId of ['anmalare', 'samordnare', 'dso', 'systemagare', 'admin'])
      expect((await link(userId, 'Nya Molnet AB', id)).status).toBe(403)
    expect((await link('avtal', 'Nya molnet', id)).status).toBe(404)
    expect((await link('avtal', 'Nya Molnet AB', 'sup_none')).status).toBe(422)
    const answers = await Promise.all([1, 2, 3].map(() => link('avtal', 'Nya Molnet AB', id)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers[0]!.body).toEqual({ id: flow.id, number: expect.stringMatching(/^B-2026-/), supplierId: id })
    const { data, revision } = (await app.as('anmalare').get(flow.path)).body
    expect(data.processors).toEqual([{ supplierId: id, processorTask: ['hosting'] }, { name: 'Annan AB' }])
    expect((await open()).map(({ name }: { name: string }) => name)).toEqual(['Annan AB'])
    const { items } = (await app.as('samordnare').get(`${flow.path}/revisions`)).body
    expect(items[0]).toMatchObject({ revision, transition: 'linkSupplier', by: app.people['avtal'], editorial: true })
  })

  test('is linked in what is in force as well, which stays in force', async () => {
    const other = await supplierIn(app, { name: 'Registrerat Moln AB' })
    const { id, revision } = await filed(app, wayIn, {
      processors: [{ name: 'Registrerat Moln AB' }],
      noProcessors: false,
    })
    const answer = await app
      .as('avtal')
      .post(`/api/activities/${id}/suppliers`, { name: 'Registrerat Moln AB', supplierId: other.id })
    expect(answer.status).toBe(200)
    const { body } = await app.as('revisor').get(`/api/activities/${id}`)
    expect(body).toMatchObject({ state: 'registered', revision: revision + 1, registeredRevision: revision + 1 })
    expect((await app.as('dso').get(`/api/coverage?supplier=${other.id}`)).body.items).toMatchObject([
      { usedBy: { id }, status: 'missing', cause: 'noAgreement' },
    ])
  })
})

describe('the work list of a contract owner', () => {
  test('holds what is to be decided, assessed, given notice to and followed up, with its day', async () => {
    const { id: supplierId } = await supplierIn(app, {
      name: 'Uppgift AB',
      ownerId: app.people['avtal'],
      changeEvents: [{ at: '2026-11-10', kind: 'ownership' }],
    })
    const { id } = await activeAgreement(app, {
      supplierId,
      objectionDays: 30,
      validTo: '2027-02-10',
      noticeMonths: 1,
      nextFollowUpAt: '2026-12-01',
    })
    await moved(
      await moveAgreement(app, id, 'avtal', 'listSubProcessors', {
        date: '2026-11-15',
        subProcessors: [{ name: 'Ny AB', country: 'NO' }],
      }),
    )
    expect(await tasks('avtal', 'decideSubProcessor')).toMatchObject([{ id, due: '2026-12-15' }])
    expect((await tasks('avtal', 'assessChange')).map((task: { id: string }) => task.id)).toEqual([id, supplierId])
    expect(await tasks('avtal', 'giveNotice')).toMatchObject([{ id, due: '2027-01-10' }])
    expect(await tasks('avtal', 'agreementEnds')).toMatchObject([{ id, due: '2027-02-10' }])
    expect(await tasks('avtal', 'followUpSupplier')).toMatchObject([{ id, due: '2026-12-01' }])
    for (const what of ['decideSubProcessor', 'giveNotice', 'agreementEnds'])
      expect(await tasks('systemagare', what)).toEqual([])
  })

  test('leaves what somebody else owns to them', async () => {
    const { id: supplierId } = await supplierIn(app, { name: 'Annans AB' })
    const before = (await tasks('avtal', 'agreementEnds')).length
    await activeAgreement(app, { supplierId, ownerId: app.people['systemagare'], validTo: '2027-02-01' })
    expect(await tasks('avtal', 'agreementEnds')).toHaveLength(before)
    await activeAgreement(app, { supplierId, ownerId: undefined as never, validTo: '2027-02-01' })
    expect(await tasks('avtal', 'agreementEnds')).toHaveLength(before + 1)
  })
})

describe('the work list of a coordinator', () => {
  test('holds the checklists of signed PUB-avtal under the own controller, until they are confirmed', async () => {
    const { id } = await agreementIn(app, { counterparty: 'Demo AB' })
    expect(await tasks('samordnare', 'confirmChecklist')).toEqual([])
    await moved(await moveAgreement(app, id, 'avtal', 'sign'))
    expect(await tasks('samordnare', 'confirmChecklist')).toMatchObject([{ kind: 'agreement', id }])
    expect(await tasks('agnes.wallin', 'confirmChecklist')).toEqual([])
    await moved(await moveAgreement(app, id, 'samordnare', 'confirmChecklist'))
    expect(await tasks('samordnare', 'confirmChecklist')).toEqual([])
  })
})
