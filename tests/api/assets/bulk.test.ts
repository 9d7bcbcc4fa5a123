import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { createAsset } from './record.ts'

interface Item {
  id: string
  status: string
  detail?: string
  changes: { pointer: string; from?: unknown; to?: unknown }[]
}

let product: TestApp
const ids: string[] = []
let pump: string
beforeAll(async () => {
  product = await openTestApp()
  const heart = { usingOrgUnitIds: [product.units['hjartmottagningen']] }
  for (let count = 0; count < 230; count++) {
    const name = `Dator ${String(count).padStart(3, '0')}`
    ids.push((await createAsset(product, 'it', '/api/equipment', { ...heart, name, equipmentType: 'pc' })).id)
  }
  pump = (await createAsset(product, 'mt', '/api/medical-devices', { ...heart, name: 'Pump' })).id
})
afterAll(() => product.close())

const bulk = (userId: string, body: object, path = 'bulk') => product.as(userId).post(`/api/assets/${path}`, body)

/** Sends the same body until there is no more; gives all items and how many calls it took. */
async function whole(userId: string, body: object, path?: string): Promise<{ items: Item[]; calls: number }> {
  const items: Item[] = []
  let calls = 0
  for (let cursor: string | undefined; ;) {
    const answer = await bulk(userId, { ...body, ...(cursor && { cursor }) }, path)
    expect(answer.status).toBe(200)
    items.push(...answer.body.items)
    calls++
    if (!answer.body.next) return { items, calls }
    cursor = answer.body.next
  }
}

const statuses = (items: Item[]) => {
  const counts: { [status: string]: number } = {}
  for (const { status } of items) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('a change of many assets', () => {
  test('is shown first, and changes nothing then', async () => {
    const change = { responsiblePersonId: product.people['eva.lindgren'] }
    const { body } = await bulk('it', { select: { ids: [ids[0], pump] }, change, dryRun: true })
    expect(body.counts).toEqual({ changed: 1, unchanged: 0, refused: 1 })
    expect(body.items[0]).toMatchObject({
      number: 'U-00001',
      name: 'Dator 000',
      changes: [{ pointer: '/responsiblePersonId', to: change.responsiblePersonId }],
    })
    expect(body.items[1].detail).toBe('Din roll ger dig inte rätt att göra det här.')
    expect((await product.as('it').get(`/api/equipment/${ids[0]}`)).body.revision).toBe(1)
  })

  test('takes all that a list shows, some at a time, with one history entry each', async () => {
    const change = { responsiblePersonId: product.people['eva.lindgren'] }
    const select = { query: { orgUnit: product.units['sjukhusforvaltningen'] } }
    const { items, calls } = await whole('it', { select, change, comment: 'Ny chef' })
    expect(statuses(items)).toEqual({ changed: 230, refused: 1 })
    expect(calls).toBeGreaterThan(2)
    const history = await product.as('it').get(`/api/equipment/${ids[7]}/revisions`)
    expect(history.body.items).toHaveLength(2)
    expect(history.body.items[0]).toMatchObject({ comment: 'Ny chef', changed: ['/responsiblePersonId'] })
    expect(statuses((await whole('it', { select, change })).items)).toEqual({ unchanged: 230, refused: 1 })
  })

  test('goes on to the end though what it changes leaves the list it walks', async () => {
    const select = { query: { kind: 'equipment', responsible: product.people['eva.lindgren'] } }
    const { items } = await whole('it', { select, change: { responsiblePersonId: product.people['chef'] } })
    expect(statuses(items)).toEqual({ changed: 230 })
  })

  test('is a look at them all', async () => {
    const select = { query: { notVerifiedSince: '2026-11-21', kind: 'equipment' } }
    const { items } = await whole('it', { select, change: { lastVerifiedAt: '2026-11-21' } })
    expect(statuses(items)).toEqual({ changed: 230 })
    const left = await product.as('it').get('/api/assets?kind=equipment&notVerifiedSince=2026-11-21')
    expect(left.body.items).toEqual([])
  })

  test('is a move: refused with its reasons, or made', async () => {
    const dry = { select: { ids: ids.slice(0, 3) }, dryRun: true }
    const { body } = await bulk('it', { ...dry, change: { transition: 'reportMissing' } })
    expect(body.counts.refused).toBe(3)
    expect(body.items[0].detail).toMatch(/72 timmar/)
    const introduce = { transition: 'introduce' }
    expect((await bulk('it', { ...dry, change: introduce })).body.items[0].changes[0]).toEqual({
      pointer: '/state',
      from: 'planned',
      to: 'introduction',
    })
    const made = await bulk('it', { select: { ids: ids.slice(0, 3) }, change: introduce })
    expect(made.body.counts).toEqual({ changed: 3, unchanged: 0, refused: 0 })
    const again = await bulk('it', { select: { ids: ids.slice(0, 3) }, change: introduce })
    expect(again.body.items[0].detail).toBe('Åtgärden går inte att göra i det läge posten är i nu.')
  })

  test('is refused one by one for who may change none', async () => {
    const { body } = await bulk('anmalare', {
      select: { ids: ids.slice(0, 2) },
      change: { lastVerifiedAt: '2026-11-01' },
    })
    expect(body.counts).toEqual({ changed: 0, unchanged: 0, refused: 2 })
    const hidden = await bulk('admin', { select: { ids: ids.slice(0, 1) }, change: { lastVerifiedAt: '2026-11-01' } })
    expect(hidden.body.items[0]).toMatchObject({ status: 'refused', name: ids[0] })
  })

  test.each([
    [{ select: { ids: [] }, change: { lastVerifiedAt: '2026-11-01' } }],
    [{ select: { ids: ['equ_1'] }, change: {} }],
    [{ select: { ids: ['equ_1'] }, change: { transition: 'store', lastVerifiedAt: '2026-11-01' } }],
    [{ select: { ids: ['equ_1'] }, change: { name: 'Nytt' } }],
    [{ select: { ids: ['equ_1'] }, change: { data: {}, lastVerifiedAt: '2026-11-01' } }],
    [{ select: { query: { nick: 'x' } }, change: { lastVerifiedAt: '2026-11-01' } }],
    [{ select: { ids: Array(1001).fill('equ_1') }, change: { lastVerifiedAt: '2026-11-01' } }],
  ])('refuses %j', async (body) => {
    expect((await bulk('it', body)).status).toBe(422)
  })

  test('refuses a cursor that is none', async () => {
    const body = { select: { ids: [ids[0]] }, change: { lastVerifiedAt: '2026-11-01' }, cursor: 'x' }
    expect((await bulk('it', body)).status).toBe(400)
  })
})

describe('a reorganisation', () => {
  const move = () => ({
    from: product.units['hjartmottagningen'],
    to: product.units['akutmottagningen'],
    at: '2026-11-01',
  })

  test('is shown first, then moves everything of the unit that one may change', async () => {
    const shown = await whole('it', { ...move(), dryRun: true }, 'reorganisation')
    expect(statuses(shown.items)).toEqual({ changed: 230, refused: 1 })
    const made = await whole('it', move(), 'reorganisation')
    expect(statuses(made.items)).toEqual({ changed: 230, refused: 1 })
    const { body } = await product.as('it').get(`/api/equipment/${ids[9]}`)
    expect(body.orgUnitId).toBe(product.units['akutmottagningen'])
    const history = await product.as('it').get(`/api/equipment/${ids[9]}/revisions`)
    expect(history.body.items[0].comment).toBe('2026-11-01: Hjärtmottagningen → Akutmottagningen')
    const devices = await whole('mt', move(), 'reorganisation')
    expect(statuses(devices.items)).toEqual({ changed: 1 })
  })

  test('is shown ahead of its day, and made on it', async () => {
    const body = { ...move(), at: '2027-01-01' }
    expect((await bulk('it', { ...body, dryRun: true }, 'reorganisation')).status).toBe(200)
    expect((await bulk('it', body, 'reorganisation')).body.errors).toMatchObject([{ pointer: '/at', code: 'later' }])
  })

  test('needs a unit to go to', async () => {
    for (const to of [move().from, 'org_00000000000000000000000000'])
      expect((await bulk('it', { ...move(), to }, 'reorganisation')).status).toBe(422)
  })
})
