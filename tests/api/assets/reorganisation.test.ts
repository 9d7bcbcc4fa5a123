import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { equipment } from '../../../functions/assets/equipment.ts'
import { type CarryOutDeps, carryOutReorganisations } from '../../../functions/assets/reorganisation/due-plans.ts'
import { systemActor } from '../../../functions/directory/directory.ts'
import type { Engine } from '../../../functions/register/api.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { createAsset } from './record.ts'

const dayMs = 86_400_000
const computers = 230

let product: TestApp
beforeAll(async () => {
  product = await openTestApp()
  const heart = { usingOrgUnitIds: [product.units['hjartmottagningen']], equipmentType: 'pc' }
  const items = Array.from({ length: computers }, (_, count) => ({ data: { ...heart, name: `Dator ${count}` } }))
  await product.core.deps.engine.saveMany(equipment, items, systemActor(await product.core.directory.tree()))
  await createAsset(product, 'mt', '/api/medical-devices', {
    usingOrgUnitIds: heart.usingOrgUnitIds,
    name: 'Pump',
    custody: [{ holderOrgUnitId: product.units['hjartmottagningen'] }],
  })
})
afterAll(() => product.close())

const path = '/api/reorganisations'
const plan = (at: string, from = 'hjartmottagningen', to = 'akutmottagningen') => ({
  data: { from: product.units[from], to: product.units[to], at, preview: { changed: 230, refused: 1 } },
})

function deps(engine: Engine = product.core.deps.engine): CarryOutDeps {
  const { directory } = product.core
  return {
    engine,
    now: product.core.deps.now,
    actorOf: (personId) => directory.actor(personId, 'sv'),
    system: systemActor(),
  }
}

const at = async (unit: string) =>
  (await product.as('it').get(`/api/assets/count?orgUnit=${product.units[unit]}`)).body.count

describe('a reorganisation planned ahead', () => {
  let id: string

  test('is kept with what its planner saw, and seen by all who read the inventory', async () => {
    const { status, body } = await product.as('it').post(path, plan('2026-11-23'))
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'planned', data: { preview: { changed: 230, refused: 1 } } })
    id = body.id
    const { body: list } = await product.as('chef').get(`${path}?state=planned`)
    expect(list.items).toMatchObject([{ id, data: { at: '2026-11-23' } }])
  })

  test.each([
    ['a day that has come', plan, '2026-11-21', '/at', 'not-ahead'],
    ['one unit', () => plan('2027-01-01', 'akutmottagningen'), '', '/to', 'same'],
    ['no unit', () => plan('2027-01-01', 'akutmottagningen', 'nothing'), '', '/to', 'type'],
  ])('is refused for %s', async (_what, make, day, pointer, code) => {
    const { status, body } = await product.as('it').post(path, make(day))
    expect([status, body.errors]).toMatchObject([422, [{ pointer, code }]])
  })

  test('is planned and cancelled by nobody who keeps no assets', async () => {
    expect((await product.as('anmalare').post(path, plan('2026-12-01'))).status).toBe(403)
    const { body } = await product.as('anmalare').get(`${path}/${id}`)
    expect(body.allowed).toEqual([])
  })

  test('is moved on by the product alone', async () => {
    for (const transition of ['advance', 'finish', 'stop']) {
      const answer = await product
        .as('it')
        .post(`${path}/${id}/transitions`, { transition, data: {} }, { 'If-Match': '"1"' })
      expect(answer.status).toBe(403)
    }
  })

  test('does nothing before its day, and nothing when it is cancelled', async () => {
    const other = (await product.as('mt').post(path, plan('2026-11-22'))).body.id
    const cancelled = await product
      .as('it')
      .post(`${path}/${other}/transitions`, { transition: 'cancel' }, { 'If-Match': '"1"' })
    expect(cancelled.body.state).toBe('cancelled')
    product.advance(dayMs)
    expect(await carryOutReorganisations(deps())).toEqual({ plans: 0, moved: 0, refused: 0 })
    expect(await at('akutmottagningen')).toBe(0)
  })

  test('is made on its day, however often it is cut short, and counted right', async () => {
    product.advance(dayMs)
    let died = 0
    for (let calls = 1; ; calls += 47) {
      try {
        await carryOutReorganisations(deps(dyingEngine(calls)))
        break
      } catch (error) {
        expect((error as Error).message).toBe('killed')
        died++
      }
    }
    expect(died).toBeGreaterThan(2)
    const { body } = await product.as('it').get(`${path}/${id}`)
    expect(body).toMatchObject({
      state: 'done',
      data: { outcome: { changed: computers, refused: 1, on: '2026-11-23' } },
    })
    expect(body.data.progress).toBeUndefined()
    expect([await at('hjartmottagningen'), await at('akutmottagningen')]).toEqual([1, computers])
    expect(await carryOutReorganisations(deps())).toEqual({ plans: 0, moved: 0, refused: 0 })
  })

  test('leaves one entry in the history of each, in its planner’s name', async () => {
    const { body } = await product.as('it').get(`/api/equipment?orgUnit=${product.units['akutmottagningen']}&limit=1`)
    const history = await product.as('it').get(`/api/equipment/${body.items[0].id}/revisions`)
    expect(history.body.items).toHaveLength(2)
    expect(history.body.items[0]).toMatchObject({
      by: product.people['it'],
      comment: '2026-11-23: Hjärtmottagningen → Akutmottagningen (2026-11-21)',
    })
  })

  test('takes who has the things in hand along', async () => {
    const { id: other } = (await product.as('mt').post(path, plan('2026-11-24'))).body
    product.advance(dayMs)
    expect(await carryOutReorganisations(deps())).toEqual({ plans: 1, moved: 1, refused: 0 })
    const { body } = await product.as('mt').get(`/api/medical-devices?orgUnit=${product.units['akutmottagningen']}`)
    const device = await product.as('mt').get(`/api/medical-devices/${body.items[0].id}`)
    expect(device.body.data.custody).toEqual([{ holderOrgUnitId: product.units['akutmottagningen'] }])
    expect((await product.as('mt').get(`${path}/${other}`)).body.state).toBe('done')
  })

  test('stops, and says so, when its planner has left', async () => {
    const planned = (await product.as('it').post(path, plan('2026-11-25', 'akutmottagningen', 'laboratoriet'))).body
    product.advance(dayMs)
    await carryOutReorganisations({ ...deps(), actorOf: async () => undefined })
    const { body } = await product.as('it').get(`${path}/${planned.id}`)
    expect(body).toMatchObject({ state: 'stopped', data: { outcome: { changed: 0, reason: 'plannerLeft' } } })
  })

  test('is carried out once by two who come at the same time', async () => {
    await product.as('it').post(path, plan('2026-11-26', 'akutmottagningen', 'laboratoriet'))
    product.advance(dayMs)
    const both = await Promise.all([carryOutReorganisations(deps()), carryOutReorganisations(deps())])
    expect(both.reduce((sum, { plans }) => sum + plans, 0)).toBe(1)
    expect(await at('laboratoriet')).toBe(computers)
  })
})

/** An engine whose process dies at the given change: before it is stored, or after, in turn. */
function dyingEngine(after: number): Engine {
  const { engine } = product.core.deps
  let left = after
  const mortal =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      left--
      if (left < 0 || (left === 0 && after % 2 === 0)) throw new Error('killed')
      const answer = await call(...args)
      if (left === 0) throw new Error('killed')
      return answer
    }
  return {
    ...engine,
    update: mortal(engine.update) as Engine['update'],
    transition: mortal(engine.transition) as Engine['transition'],
  }
}
