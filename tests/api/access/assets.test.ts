import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetKinds } from '../../../functions/assets/asset-kinds.ts'
import { systemActor } from '../../../functions/directory/directory.ts'
import type { Kind } from '../../../functions/register/kind.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { assets, people, type Person } from './asset-table.ts'

let product: TestApp
beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

const everybody = Object.keys(people) as Person[]
const cases = Object.entries(assets).flatMap(([name, { states }]) => Object.keys(states).map((state) => [name, state]))

describe.each(cases)('%s that is %s', (name, state) => {
  const { path, by, data, states } = assets[name!]!
  let id: string
  beforeAll(async () => {
    const kind = assetKinds.find(({ plural }) => path.endsWith(plural)) as unknown as Kind<object>
    const actor = { ...systemActor(await product.core.directory.tree()), personId: product.people[by]! }
    const whole = {
      ...data,
      usingOrgUnitIds: [product.units['hjartmottagningen']],
      responsiblePersonId: product.people['eva.lindgren'],
      network: [{ hostname: `hemlig-${name!.at(-1)}-${state}`, macAddress: '00:11:22:33:44:55', segment: 'seg-1' }],
      ...(path.endsWith('applications') && {
        systemOwnerId: product.people['systemagare'],
        systemAdministratorIds: [product.people['viktor.ahl']],
      }),
    }
    id = (await product.core.deps.engine.create(kind, whole, actor, { state: state! })).record.id
  })

  test.each(everybody)('is for %s what the table says', async (person) => {
    const { status, body } = await product.as(person).get(`${path}/${id}`)
    if (person === 'admin') return expect(status).toBe(404)
    const secret = Array.isArray(body.data.network) ? ['secret'] : []
    if (secret.length === 0) expect(body.data.network).toEqual({ secrecy: 'OSL 18:8' })
    const expected = states[state!]?.[person]?.split(' ') ?? []
    const may: string[] = [...secret, ...body.allowed]
    expect(may.toSorted()).toEqual(expected.toSorted())
  })

  test.each(everybody)('does for %s only what it says it may', async (person) => {
    if (person === 'admin') return
    const { body } = await product.as(person).get(`${path}/${id}`)
    const match = { 'If-Match': '"999"' }
    for (const transition of ['acquire', 'introduce', 'putInOperation', 'decommission', 'dispose', 'verify', 'store']) {
      const answer = await product.as(person).post(`${path}/${id}/transitions`, { transition }, match)
      const mayEver = ['it', 'mt', 'systemagare', 'eva.lindgren', 'chef'].includes(person)
      expect(answer.status).toBe(body.allowed.includes(transition) ? 412 : mayEver ? answer.status : 403)
      expect([403, 412]).toContain(answer.status)
    }
    const edit = await product.as(person).put(`${path}/${id}`, { data: body.data }, match)
    if (!body.allowed.includes('edit')) expect([403, 412]).toContain(edit.status)
    if (!body.allowed.includes('edit') && !['it', 'mt', 'systemagare'].includes(person)) expect(edit.status).toBe(403)
  })

  test('is found by its host name by those who may read it, and by nobody else', async () => {
    const q = `q=${encodeURIComponent(`hemlig-${name!.at(-1)}-${state}`)}`
    const hidden = state === 'disposed'
    for (const person of everybody) {
      const { body } = await product.as(person).get(`${path}?${q}`)
      const reads = states[state!]?.[person]?.includes('secret') ?? false
      expect({ person, found: body.items.length }).toEqual({ person, found: reads && !hidden ? 1 : 0 })
      expect(JSON.stringify(body)).not.toContain('hemlig-')
    }
  })
})

describe('secret details of an asset', () => {
  test('are in no list, no link, no difference and no history for who may not read them', async () => {
    const created = await product.as('it').post('/api/equipment', {
      data: {
        name: 'Server X',
        usingOrgUnitIds: [product.units['hjartmottagningen']],
        network: [{ hostname: 'hemlignamn', macAddress: 'aa:bb:cc:dd:ee:ff' }],
      },
    })
    const address = `/api/equipment/${created.body.id}`
    const changed = { ...created.body.data, network: [{ hostname: 'hemligtannat' }] }
    await product.as('it').put(address, { data: changed }, { 'If-Match': '"1"' })
    const seen = await Promise.all(
      [
        address,
        `${address}?revision=1`,
        `${address}/revisions`,
        `${address}/diff?from=1&to=2`,
        `${address}/links`,
        '/api/equipment',
        '/api/assets',
        '/api/search?q=server',
      ].map(async (path) => JSON.stringify((await product.as('anmalare').get(path)).body)),
    )
    for (const text of seen) expect(text).not.toMatch(/hemligt?namn|hemligtannat|aa:bb/)
    const sent = { ...(await product.as('anmalare').get(address)).body.data }
    expect(sent.network).toEqual({ secrecy: 'OSL 18:8' })
  })
})
