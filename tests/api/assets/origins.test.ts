import { afterAll, beforeAll, expect, test } from 'vitest'
import { equipment } from '../../../functions/assets/equipment.ts'
import { received } from '../../../functions/assets/origins.ts'
import type { EquipmentData } from '../../../functions/assets/data.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { type Asset, change, lacking, move } from './record.ts'

let product: TestApp
let asset: Asset
const feed = { origin: 'feed:sccm', at: '2026-11-20T02:00:00Z' }

/** What the feed's load does: its values, written by the product as a keeper. */
async function load(values: object): Promise<void> {
  const actor = (await product.core.directory.actor(product.people['it']!, 'sv'))!
  const [saved] = await product.core.deps.engine.saveMany(
    equipment,
    [
      {
        id: asset.id,
        data: (before: { data: EquipmentData } | undefined) => received(before?.data, { ...values }, feed),
      },
    ],
    actor,
    { managed: true },
  )
  if (saved?.status === 'refused') throw saved.error
  asset.revision = saved!.record.revision
}

beforeAll(async () => {
  product = await openTestApp()
  const unit = product.units['hjartmottagningen']
  const { body } = await product
    .as('it')
    .post('/api/equipment', { data: { name: 'Min dator', usingOrgUnitIds: [unit] } })
  asset = { path: '/api/equipment', id: body.id, revision: 1 }
})
afterAll(() => product.close())

const read = async () => (await product.as('it').get(`/api/equipment/${asset.id}`)).body

test('a feed fills what is empty and leaves what somebody has written', async () => {
  await load({ name: 'PC-00017', model: 'T14' })
  expect((await read()).data).toMatchObject({
    name: 'Min dator',
    model: 'T14',
    origins: { model: 'feed:sccm' },
    sourceSays: { name: { source: 'sccm', value: 'PC-00017' } },
  })
})

test('the same load again makes no revision', async () => {
  const { revision } = await read()
  await load({ name: 'PC-00017', model: 'T14' })
  expect((await read()).revision).toBe(revision)
})

test('somebody’s own change of a fed field stays through the next load', async () => {
  await change(product, 'it', asset, { model: 'T14 ombyggd' })
  await load({ model: 'T15' })
  expect((await read()).data).toMatchObject({
    model: 'T14 ombyggd',
    origins: { model: 'manual' },
    sourceSays: { model: { value: 'T15' } },
  })
})

test('one click takes the source’s word, for the keeper alone', async () => {
  expect((await move(product, 'anmalare', asset, 'takeSource', { fields: ['model'] })).status).toBe(403)
  const { body } = await move(product, 'it', asset, 'takeSource', { fields: ['model'] })
  expect(body.data).toMatchObject({ model: 'T15', origins: { model: 'feed:sccm' } })
  expect(body.data.sourceSays).not.toHaveProperty('model')
  expect(lacking(await move(product, 'it', asset, 'takeSource', { fields: ['model'] }))).toEqual(['/model'])
})

test('a source’s word that the field cannot hold is not taken', async () => {
  await load({ name: 'x'.repeat(500) })
  const { data } = await read()
  expect(data.sourceSays.name.value).toHaveLength(500)
  const answer = await move(product, 'it', asset, 'takeSource', { fields: ['name'] })
  expect(lacking(answer)).toEqual(['/name'])
  expect(answer.body.missing[0].detail).toBe('Källans uppgift har inte rätt form. Rätta den i källan.')
  await load({ name: 'PC-00017' })
})

test('nobody writes the origins by hand', async () => {
  const { data, revision } = await read()
  const forged = { ...data, origins: { name: 'feed:sccm' } }
  const answer = await product
    .as('it')
    .put(`/api/equipment/${asset.id}`, { data: forged }, { 'If-Match': `"${revision}"` })
  expect(answer.status).toBe(403)
  const created = await product.as('it').post('/api/equipment', { data: { name: 'Ny', externalIds: [] } })
  expect(created.status).toBe(403)
})

test('what a feed says of the network is as secret as the network', async () => {
  await change(product, 'it', asset, { network: [{ hostname: 'min-pc' }] })
  await load({ network: [{ hostname: 'pc-00017' }] })
  const seen = (await product.as('anmalare').get(`/api/equipment/${asset.id}`)).body
  expect(seen.data.secretSourceSays).toEqual({ secrecy: 'OSL 18:8' })
  expect(JSON.stringify(seen)).not.toMatch(/min-pc|pc-00017"/)
  const { body } = await move(product, 'it', asset, 'takeSource', { fields: ['network'] })
  expect(body.data.network).toEqual([{ hostname: 'pc-00017' }])
})

test('what is no longer seen is looked at and kept', async () => {
  const { data } = await read()
  const actor = (await product.core.directory.actor(product.people['it']!, 'sv'))!
  const unseen = { source: 'sccm', loads: 3, since: '2026-11-01' }
  await product.core.deps.engine.saveMany(equipment, [{ id: asset.id, data: { ...data, unseen } }], actor, {
    managed: true,
  })
  asset.revision = (await read()).revision
  expect((await product.as('it').get('/api/assets?waiting=unseen')).body.items).toHaveLength(1)
  const { body } = await move(product, 'it', asset, 'keep')
  expect(body.data).not.toHaveProperty('unseen')
  expect((await product.as('it').get('/api/assets?waiting=unseen')).body.items).toEqual([])
})
