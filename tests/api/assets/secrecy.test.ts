import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'
import { type Asset, change, createAsset, move } from './record.ts'

let product: TestApp
let server: Asset
let journal: Asset
let pump: Asset
const serial = 'HEMLIG-1'
beforeAll(async () => {
  product = await openTestApp()
  const unit = { usingOrgUnitIds: [product.units['hjartmottagningen']] }
  server = await createAsset(product, 'it', '/api/equipment', {
    ...unit,
    name: 'Server',
    serialNumber: serial,
    responsiblePersonId: product.people['anmalare'],
  })
  journal = await createAsset(product, 'it', '/api/applications', {
    ...unit,
    name: 'Journal',
    systemOwnerId: product.people['systemagare'],
  })
  pump = await createAsset(product, 'mt', '/api/medical-devices', { ...unit, name: 'Pump', notes: 'Larmkod' })
})
afterAll(() => product.close())

const mark = (field: string) => ({ fieldPath: field, provision: '18:8', markedByAuthority: 'Regionstyrelsen' })
const read = async (userId: string, asset: Asset) => (await product.as(userId).get(`${asset.path}/${asset.id}`)).body
const lacking = ({ body }: Answer): string[] => (body.missing ?? []).map(({ rule }: { rule: string }) => rule)
const lift = (userId: string, asset: Asset, field: string) =>
  move(product, userId, asset, 'liftSecrecy', { fieldPath: field })

/** Domain model section 6, "Set/remove secrecy mark": a = decides on all, f = on its own administration, p = proposes. */
const matrix: readonly [userId: string, right: 'decides' | 'proposes' | 'none', asset: () => Asset][] = [
  ['samordnare', 'decides', () => server],
  ['dso', 'decides', () => server],
  ['infosak', 'decides', () => server],
  ['registrator', 'decides', () => server],
  ['it', 'decides', () => server],
  ['it', 'none', () => pump],
  ['mt', 'decides', () => pump],
  ['mt', 'none', () => server],
  ['chef', 'proposes', () => server],
  ['anmalare', 'proposes', () => server],
  ['anmalare', 'none', () => pump],
  ['systemagare', 'proposes', () => journal],
  ['systemagare', 'none', () => server],
  ['avtal', 'none', () => server],
  ['registerutdrag', 'none', () => server],
  ['revisor', 'none', () => server],
]

describe('a mark of secrecy', () => {
  test.each(matrix)('by %s: %s', async (userId, right, asset) => {
    const answer = await move(product, userId, asset(), 'markSecret', mark('/notes'))
    if (right === 'none') return expect(answer.status).toBe(403)
    expect(answer.status).toBe(200)
    const { data, proposed } = await read('dso', asset())
    if (right === 'proposes') {
      expect([data.secrecyMarks ?? [], proposed]).toMatchObject([
        [],
        { transition: 'markSecret', data: mark('/notes') },
      ])
      return expect((await move(product, 'dso', asset(), 'decline')).body.proposed).toBeUndefined()
    }
    expect(data.secrecyMarks).toEqual([{ ...mark('/notes'), markedAt: '2026-11-21' }])
    expect((await lift(userId, asset(), 'notes')).body.data.secrecyMarks).toEqual([])
  })

  test('hides the field, in search and past revisions too', async () => {
    expect((await product.as('avtal').get(`/api/equipment?q=${serial}`)).body.items).toHaveLength(1)
    await move(product, 'registrator', server, 'markSecret', mark('serialNumber'))
    expect((await read('avtal', server)).data.serialNumber).toEqual({ secrecy: 'OSL 18:8' })
    expect((await product.as('avtal').get(`/api/equipment?q=${serial}`)).body.items).toEqual([])
    expect((await product.as('avtal').get(`${server.path}/${server.id}?revision=1`)).body.data.serialNumber).toEqual({
      secrecy: 'OSL 18:8',
    })
    expect((await read('it', server)).data.serialNumber).toBe(serial)
    await lift('it', server, '/serialNumber')
    expect((await read('avtal', server)).data.serialNumber).toBe(serial)
  })

  test('that is proposed is decided by another, who makes the same move', async () => {
    await move(product, 'chef', server, 'markSecret', mark('/notes'))
    expect(lacking(await move(product, 'anmalare', server, 'markSecret', mark('/model')))).toEqual(['alreadyProposed'])
    const waiting = await product.as('registrator').get('/api/equipment?waiting=proposal')
    expect(waiting.body.items.map(({ id }: { id: string }) => id)).toEqual([server.id])
    await move(product, 'dso', server, 'markSecret', { ...mark('/model'), provision: 'OSL 21:7' })
    expect((await read('dso', server)).proposed).toBeDefined()
    await move(product, 'dso', server, 'markSecret', mark('/notes'))
    const { data, proposed } = await read('dso', server)
    expect(proposed).toBeUndefined()
    expect(data.secrecyMarks.map(({ fieldPath }: { fieldPath: string }) => fieldPath)).toEqual(['/model', '/notes'])
    await lift('dso', server, '/model')
    await lift('dso', server, '/notes')
  })

  test('has provision and authority, on a field that the asset has', async () => {
    expect(
      lacking(await move(product, 'dso', server, 'markSecret', { fieldPath: '/udiDi', provision: '18:8' })),
    ).toEqual(['markableField', 'markAuthority'])
    for (const field of ['/name', '/origins', '/secrecyMarks', '/', 'constructor'])
      expect(lacking(await move(product, 'dso', server, 'markSecret', mark(field)))).toEqual(['markableField'])
    expect((await move(product, 'dso', server, 'markSecret', { fieldPath: '/notes' })).status).toBe(422)
    for (const transition of ['liftSecrecy', 'decline'])
      expect((await move(product, 'dso', server, transition)).status).toBe(403)
    await move(product, 'dso', server, 'markSecret', mark('/model'))
    expect(lacking(await lift('dso', server, '/notes'))).toEqual(['notMarked'])
    await lift('dso', server, '/model')
  })

  test('is not written by a save, nor by a file or feed', async () => {
    const saved = await change(product, 'it', server, { secrecyMarks: [{ fieldPath: '/notes', provision: '18:8' }] })
    expect([saved.status, saved.body.pointer]).toEqual([403, '/secrecyMarks'])
  })

  test('takes what a source says of the field out of sight as well', async () => {
    const feed = (model: string) =>
      product.as('it').post(
        '/api/assets/batch',
        {
          source: 'sccm',
          items: [{ kind: 'equipment', key: 'PC-1', data: { name: 'PC', model } }],
        },
        { 'Idempotency-Key': model },
      )
    const { body } = await feed('D7')
    const pc: Asset = { path: '/api/equipment', id: body.results[0].id, revision: 1 }
    await change(product, 'it', pc, { model: 'T14', usingOrgUnitIds: [product.units['hjartmottagningen']] })
    expect((await read('avtal', pc)).data.sourceSays.model.value).toBe('D7')
    await move(product, 'dso', pc, 'markSecret', mark('/model'))
    const { data } = await read('avtal', pc)
    expect([data.sourceSays, data.model]).toEqual([undefined, { secrecy: 'OSL 18:8' }])
    await lift('dso', pc, '/model')
    expect((await read('avtal', pc)).data.sourceSays.model.value).toBe('D7')
  })
})
