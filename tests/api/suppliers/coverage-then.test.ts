import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { application } from '../../../functions/assets/application.ts'
import { systemActor } from '../../../functions/directory/directory.ts'
import { orgUnit } from '../../../functions/directory/org-unit.ts'
import { activeAgreement, changeAgreement, moveAgreement, moved, supplierIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

const dayMs = 86_400_000

let app: TestApp
let supplier: string
let system: string
let pub: string
beforeAll(async () => {
  app = await openTestApp()
  const { engine } = app.core.deps
  supplier = (await supplierIn(app, { name: 'Linden AB' })).id
  const supplierIds = [{ supplierId: supplier, role: 'hosting', processesPersonalData: true }]
  const data = {
    name: 'Linden Journal',
    usingOrgUnitIds: [app.units['hjartmottagningen']],
    supplierIds,
    personalData: 'yes',
  }
  const { record } = await engine.create(application, data, systemActor(), { state: 'inOperation' })
  system = record.id
  app.advance(10 * dayMs)
  pub = (await activeAgreement(app, { supplierId: supplier, signedAt: '2026-11-25', validFrom: '2026-11-25' })).id
  app.advance(10 * dayMs)
  await moved(await moveAgreement(app, pub, 'avtal', 'amend'))
  const board = app.units['regionstyrelsen']!
  await moved(await changeAgreement(app, pub, { controllerOrgUnitIds: [board] }))
})
afterAll(() => app.close())

const on = async (day?: string) => {
  const { body } = await app.as('dso').get(`/api/coverage?supplier=${supplier}${day ? `&asOf=${day}` : ''}`)
  return body.items.map(({ usedBy, status, agreementId }: Answer['body']) => [usedBy.id, status, agreementId])
}

describe('coverage of a day in the past', () => {
  test('takes an agreement as it bound then, also when it came into the register later', async () => {
    expect(await on('2026-11-20')).toEqual([])
    expect(await on('2026-11-24')).toEqual([[system, 'missing', undefined]])
    expect(await on('2026-11-25')).toEqual([[system, 'covered', pub]])
    expect(await on('2026-12-05')).toEqual([[system, 'covered', pub]])
  })

  test('takes what is being amended as it was agreed before, today as well, until it is agreed anew', async () => {
    expect(await on()).toEqual([[system, 'covered', pub]])
    app.advance(10 * dayMs)
    await moved(await moveAgreement(app, pub, 'agnes.wallin', 'confirmChecklist'))
    await moved(await moveAgreement(app, pub, 'avtal', 'activate'))
    expect(await on()).toEqual([[system, 'wrongController', pub]])
    expect(await on('2026-12-20')).toEqual([[system, 'covered', pub]])
    expect(await on('2026-12-21')).toEqual([[system, 'wrongController', pub]])
  })

  test('still knows a supplier that a system has since been taken away from', async () => {
    app.advance(10 * dayMs)
    const { engine } = app.core.deps
    const { record } = await engine.get(application, system, systemActor())
    const { supplierIds: _gone, ...data } = record.data
    await engine.update(application, system, record.revision, data, systemActor())
    expect(await on()).toEqual([])
    expect(await on('2026-12-30')).toEqual([[system, 'wrongController', pub]])
    expect(await on('2026-12-31')).toEqual([])
    const { counts } = (await app.as('dso').get('/api/coverage/count?asOf=2026-12-05')).body
    expect(counts).toMatchObject({ covered: 1, wrongController: 0 })
  })

  test('names the board that a unit stood under then', async () => {
    app.advance(10 * dayMs)
    const { engine } = app.core.deps
    const [unit, elsewhere] = [app.units['hjartmottagningen']!, app.units['psykiatri-och-habilitering']!]
    const controllersOn = async (day: string) => {
      const { body } = await app.as('dso').get(`/api/coverage?supplier=${supplier}&asOf=${day}`)
      return body.items.map((item: Answer['body']) => item.controllerOrgUnitId)
    }
    const before = await controllersOn('2026-12-05')
    const { record } = await engine.get(orgUnit, unit, systemActor())
    await engine.update(orgUnit, unit, record.revision, { ...record.data, parentId: elsewhere }, systemActor())
    expect(before).toEqual([app.units['halso-och-sjukvardsnamnden']])
    expect(await controllersOn('2026-12-05')).toEqual(before)
    const { tree } = (await app.core.directory.actor((await app.core.directory.find('dso'))!, 'sv'))!
    expect(tree.path(unit)).not.toContain(before[0])
  })
})
