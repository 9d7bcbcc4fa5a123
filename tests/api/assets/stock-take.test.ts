import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { type Asset, createAsset, lacking, move } from './record.ts'

let product: TestApp
const made: { [name: string]: Asset } = {}
beforeAll(async () => {
  product = await openTestApp()
  const at = (unit: string) => ({
    usingOrgUnitIds: [product.units[unit]],
    responsiblePersonId: product.people['eva.lindgren'],
  })
  const add = async (name: string, unit: string, more: object = {}) => {
    const asset = await createAsset(product, 'it', '/api/equipment', { name, ...at(unit), ...more })
    await move(product, 'it', asset, 'introduce')
    made[name] = asset
  }
  await add('Dator', 'hjartmottagningen', { manufacturer: 'Exempel', serialNumber: 'AB-1' })
  await add('Skrivare', 'hjartmottagningen')
  await add('Telefon', 'hjartmottagningen')
  await add('Bortom', 'vardcentralen-eken', { manufacturer: 'Exempel', serialNumber: 'CD-2' })
  await createAsset(product, 'it', '/api/equipment', { name: 'Planerad', ...at('hjartmottagningen') })
})
afterAll(() => product.close())

describe('a stock-take', () => {
  let address: string
  const names = (items: { name?: string; code?: string }[]) =>
    items.map(({ name, code }) => name ?? code ?? '').toSorted((a, b) => (a < b ? -1 : 1))
  const count = (revision: number, codes: string[], userId = 'eva.lindgren') =>
    product.as(userId).post(`${address}/count`, { codes }, { 'If-Match': `"${revision}"` })

  test('is begun by who answers for the unit', async () => {
    const data = { orgUnitId: product.units['hjartmottagningen'] }
    expect((await product.as('anmalare').post('/api/stock-takes', { data })).status).toBe(403)
    expect((await product.as('amir.rahimi').post('/api/stock-takes', { data })).status).toBe(403)
    const { status, body } = await product.as('eva.lindgren').post('/api/stock-takes', { data })
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'open' })
    address = `/api/stock-takes/${body.id}`
  })

  test('counts by label, number and serial, each thing once', async () => {
    const numberOf = async (name: string) =>
      (await product.as('it').get(`/api/equipment/${made[name]!.id}`)).body.number as string
    const first = await count(1, [`https://forteckna.example/t/${made['Dator']!.id}`, ' cd-2 ', 'okänd lapp'])
    expect(first.body.data.counted).toHaveLength(3)
    const second = await count(2, ['AB-1', (await numberOf('Skrivare')).toLowerCase(), 'okänd lapp'])
    expect(second.body.data.counted.map(({ code }: { code: string }) => code).slice(3)).toHaveLength(1)
  })

  test('says what is found, missing and unexpected', async () => {
    const { body } = await product.as('anmalare').get(`${address}/outcome`)
    expect(names(body.found)).toEqual(['Dator', 'Skrivare'])
    expect(names(body.missing)).toEqual(['Telefon'])
    expect(names(body.unexpected)).toEqual(['Bortom', 'okänd lapp'])
    expect(body.unexpected.find(({ name }: { name?: string }) => name === 'Bortom').orgUnitId).toBe(
      product.units['vardcentralen-eken'],
    )
    expect(body.more).toBe(false)
  })

  test('is counted by nobody else, at the revision one has seen, and not beyond its room', async () => {
    expect((await count(3, ['x'], 'anmalare')).status).toBe(403)
    expect((await count(2, ['x'])).status).toBe(412)
    expect((await count(3, [])).status).toBe(422)
    expect((await count(3, Array(201).fill('x'))).status).toBe(422)
    const client = product.as('eva.lindgren')
    const { body } = await client.get(address)
    const forged = { ...body.data, counted: [] }
    expect((await client.put(address, { data: forged }, { 'If-Match': '"3"' })).status).toBe(403)
  })

  test('is closed, and then counts no more until it is reopened', async () => {
    const stocktake: Asset = { path: '/api/stock-takes', id: address.split('/').at(-1)!, revision: 3 }
    const { body } = await move(product, 'eva.lindgren', stocktake, 'close')
    expect(body).toMatchObject({ state: 'closed', data: { closedAt: '2026-11-21' } })
    expect((await count(4, ['x'])).status).toBe(409)
    expect((await move(product, 'it', stocktake, 'reopen')).body.state).toBe('open')
    const listed = await product.as('it').get(`/api/stock-takes?orgUnit=${product.units['sjukhusforvaltningen']}`)
    expect(listed.body.items).toHaveLength(1)
  })

  test('holds three thousand things at most', async () => {
    let revision = 5
    for (let batch = 0; batch < 14; batch++) {
      const answer = await count(
        revision,
        Array.from({ length: 200 }, (_, at) => `lapp ${batch} ${at}`),
      )
      expect(answer.status).toBe(200)
      revision = answer.body.revision
    }
    expect(
      lacking(
        await count(
          revision,
          Array.from({ length: 200 }, (_, at) => `till ${at}`),
        ),
      ),
    ).toEqual(['/counted'])
  })
})

describe('a saved view', () => {
  const view = { name: 'Mina datorer', address: '/tillgangar?type=laptop' }

  test('is its owner’s, until it is shared', async () => {
    const { body } = await product.as('it').post('/api/saved-views', { data: view })
    const address = `/api/saved-views/${body.id}`
    expect((await product.as('it').get('/api/saved-views')).body.items).toMatchObject([{ data: view }])
    expect((await product.as('mt').get('/api/saved-views')).body.items).toEqual([])
    expect((await product.as('mt').get(address)).status).toBe(404)
    await product.as('it').put(address, { data: { ...view, shared: true } }, { 'If-Match': '"1"' })
    expect((await product.as('mt').get('/api/saved-views')).body.items).toHaveLength(1)
    const stolen = await product.as('mt').put(address, { data: view }, { 'If-Match': '"2"' })
    expect(stolen.status).toBe(403)
    const remove = { transition: 'remove' }
    expect((await product.as('mt').post(`${address}/transitions`, remove, { 'If-Match': '"2"' })).status).toBe(403)
    expect((await product.as('it').post(`${address}/transitions`, remove, { 'If-Match': '"2"' })).status).toBe(200)
    expect((await product.as('it').get('/api/saved-views')).body.items).toEqual([])
  })

  test.each(['https://ont.example/', '//ont.example', '/\\ont.example', 'javascript:alert(1)', '', '/a b'])(
    'leads nowhere outside the product: %s',
    async (address) => {
      expect((await product.as('it').post('/api/saved-views', { data: { name: 'Ond', address } })).status).toBe(422)
    },
  )
})
