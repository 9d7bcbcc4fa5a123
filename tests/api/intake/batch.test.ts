import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allKinds } from '../../../functions/kinds.ts'
import { verifyStore } from '../../../functions/register/seal/verify.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer, Client } from '../../support/client.ts'
import { createImportClient } from '../../support/imports.ts'

let app: TestApp
let it1: Client
beforeAll(async () => {
  app = await openTestApp()
  it1 = app.as('it')
})
afterAll(() => app.close())

let posted = 0
const batch = (body: object, key = `k${++posted}`): Promise<Answer> =>
  it1.post('/api/assets/batch', { source: 'sccm', ...body }, { 'Idempotency-Key': key })
const item = (key: string, data: object = {}, more: object = {}) => ({
  kind: 'equipment',
  key,
  data: { name: `Dator ${key}`, ...data },
  ...more,
})
const recordOf = async (id: string) => (await it1.get(`/api/equipment/${id}`)).body

describe('a batch of a feed', () => {
  it('creates, updates and leaves alone, each row with its own answer', async () => {
    const first = await batch({ items: [item('A1', { model: 'T14' }, { state: 'inOperation' }), item('A2')] })
    expect(first.status).toBe(200)
    expect(first.body.results).toMatchObject([
      { key: 'A1', status: 'created' },
      { key: 'A2', status: 'created' },
    ])
    const second = await batch({
      items: [item('A1', { model: 'T15' }), item('A2'), item('A3', { model: 7 }), item('A4', { nonsense: 1 })],
    })
    expect(second.body.results).toMatchObject([
      { key: 'A1', status: 'updated', id: first.body.results[0].id },
      { key: 'A2', status: 'unchanged', id: first.body.results[1].id },
      {
        key: 'A3',
        status: 'refused',
        errors: [{ pointer: '/data/model', detail: 'Värdet saknas eller har fel form.' }],
      },
      { key: 'A4', status: 'refused', errors: [{ pointer: '/data/nonsense', detail: 'Fältet finns inte.' }] },
    ])
    const record = await recordOf(first.body.results[0].id)
    expect(record).toMatchObject({
      state: 'inOperation',
      revision: 2,
      data: { model: 'T15', origins: { model: 'feed:sccm' } },
    })
  })

  it('does not overwrite what somebody has set by hand, and shows what the source says', async () => {
    const { body } = await batch({ items: [item('B1', { model: 'T14' })] })
    const { id } = body.results[0]
    const record = await recordOf(id)
    await it1.put(`/api/equipment/${id}`, { data: { ...record.data, model: 'Min' } }, { 'If-Match': '"1"' })
    expect((await batch({ items: [item('B1', { model: 'T15' })] })).body.results[0].status).toBe('updated')
    expect((await batch({ items: [item('B1', { model: 'T15' })] })).body.results[0].status).toBe('unchanged')
    const { data, revision } = await recordOf(id)
    expect(data).toMatchObject({ model: 'Min', sourceSays: { model: { source: 'sccm', value: 'T15' } } })
    const taken = await it1.post(
      `/api/equipment/${id}/transitions`,
      { transition: 'takeSource', data: { fields: ['model'] } },
      { 'If-Match': `"${revision}"` },
    )
    expect(taken.body.data).toMatchObject({ model: 'T15' })
    expect(taken.body.data.sourceSays).toBeUndefined()
  })

  it('knows again what a file brought, by serial and manufacturer', async () => {
    await createImportClient(it1).imported('Inv.nr;Datornamn;Fabrikat;Serienr\nC-1;Dator;Elvedata;ELV-77', {
      source: 'inventering',
    })
    const { body } = await batch({
      items: [item('HOST-77', { manufacturer: 'ELVEDATA', serialNumber: 'elv-77', model: 'X' })],
    })
    expect(body.results[0].status).toBe('updated')
    expect((await recordOf(body.results[0].id)).data.externalIds).toEqual([
      { source: 'inventering', id: 'C-1' },
      { source: 'sccm', id: 'HOST-77' },
    ])
  })

  it('sent again with its key answers as the first time; the key with another body is refused', async () => {
    const items = [item('D1', { model: 'A' })]
    const first = await batch({ items }, 'samma')
    const second = await batch({ items }, 'samma')
    expect(second.body).toEqual(first.body)
    expect((await batch({ items: [item('D2')] }, 'samma')).status).toBe(422)
    expect((await it1.post('/api/assets/batch', { source: 'sccm', items })).status).toBe(400)
  })

  it('names a unit that is not there, and what is too short', async () => {
    const units = [app.units['hjartmottagningen']!, 'org_nowhere']
    const { body } = await batch({ items: [item('U1', { usingOrgUnitIds: units }), item('U2', { name: 'A' })] })
    expect(body.results.map(({ errors }: { errors: object[] }) => errors)).toEqual([
      [
        {
          pointer: '/data/usingOrgUnitIds/1',
          code: 'dangling-reference',
          detail: 'Det som fältet pekar på finns inte.',
        },
      ],
      [
        {
          pointer: '/data/name',
          code: 'too-short',
          params: { minimum: 2 },
          detail: 'Texten är för kort, minst 2 tecken.',
        },
      ],
    ])
  })

  it('names the faults of keys, kinds and what only the product writes', async () => {
    const { body } = await batch({
      items: [
        item('E1'),
        item('E1'),
        item('To be filled by O.E.M.'),
        item('E2', { origins: {} }),
        { kind: 'medicalDevice', key: 'M1', data: { name: 'Pump' } },
      ],
    })
    expect(
      body.results.map(
        ({ status, errors }: { status: string; errors?: { code: string }[] }) => errors?.[0]?.code ?? status,
      ),
    ).toEqual(['created', 'key-twice', 'filler', 'unknown-field', 'forbidden'])
    expect(
      (
        await app
          .as('anmalare')
          .post('/api/assets/batch', { source: 's', items: [item('X')] }, { 'Idempotency-Key': 'x' })
      ).status,
    ).toBe(403)
    const many = Array.from({ length: 501 }, (_, at) => item(`F${at}`))
    expect((await batch({ items: many })).status).toBe(422)
  })
})

describe('full loads', () => {
  const load = (name: string, keys: readonly string[]) =>
    batch({ source: 'mdm', load: name, items: keys.map((key) => item(key)) })
  const end = async (name: string) =>
    (await it1.post('/api/assets/loads', { source: 'mdm', load: name, complete: true })).body
  const waiting = async () =>
    (await it1.get('/api/equipment?waiting=unseen')).body.items.map(({ data }: { data: { name: string } }) => data.name)
  const all = Array.from({ length: 10 }, (_, at) => `L${at}`)
  const most = all.slice(1)

  it('queue what three of them in a row have not named, and take off what is seen again', async () => {
    await load('1', all)
    expect(await end('1')).toMatchObject({ named: 10, held: false, unseen: 0 })
    for (const name of ['2', '3']) {
      await load(name, most)
      expect(await end(name)).toMatchObject({ named: 9, held: false, unseen: 0 })
    }
    await load('4', most)
    expect(await end('4')).toMatchObject({ unseen: 1, previous: 9 })
    expect(await waiting()).toEqual(['Dator L0'])
    await load('5', all)
    expect(await end('5')).toMatchObject({ unseen: 0, seenAgain: expect.any(Number) })
    expect(await waiting()).toEqual([])
  })

  it('that are suddenly much smaller queue nothing and do not count', async () => {
    await load('6', all.slice(0, 7))
    expect(await end('6')).toMatchObject({ named: 7, previous: 10, held: true, unseen: 0 })
    await load('7', all)
    expect(await end('7')).toMatchObject({ previous: 10, held: false })
  })

  it('ended again answer the same', async () => {
    expect(await end('7')).toEqual(await end('7'))
    const { body } = await it1.get('/api/assets/sources')
    expect(body.items.map(({ source }: { source: string }) => source)).toEqual(['inventering', 'mdm', 'sccm'])
    expect(body.items[1].lastLoad.load).toBe('7')
  })

  it('may be files: what a whole list does not name counts as not seen', async () => {
    const imports = createImportClient(it1)
    const rows = (names: readonly string[], mark: string) =>
      ['Inv.nr;Datornamn;Modell', ...names.map((name) => `${name};Dator ${name};${mark}`)].join('\n')
    const names = Array.from({ length: 10 }, (_, at) => `W${at}`)
    for (const [mark, some] of [
      ['a', names],
      ['b', names.slice(1)],
      ['c', names.slice(1)],
      ['d', names.slice(1)],
    ] as const) {
      const { body } = await imports.send(rows(some, mark), { source: 'lista' })
      await imports.checked(body.id, { scope: 'whole' })
      const done = await imports.applied(body.id)
      expect(done.load).toMatchObject({ named: some.length, unseen: mark === 'd' ? 1 : 0 })
    }
    expect(await waiting()).toEqual(['Dator W0'])
  })

  it('leave a store in which everything is accounted for', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    expect((await verifyStore(app.store, allKinds, sha256)).faults).toEqual([])
  })
})
