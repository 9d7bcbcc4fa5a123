import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import type { Answer } from '../../support/client.ts'

interface Sample {
  kind: string
  path: string
  userId: string
  /** Somebody who reads but may not change. */
  readerId: string
  number?: RegExp
  create(product: TestApp): object
  change: object
  transition?: string
}

const samples: Sample[] = [
  {
    kind: 'equipment',
    path: '/api/equipment',
    userId: 'it',
    readerId: 'anmalare',
    number: /^U-\d{5,}$/,
    create: ({ units }) => ({ name: 'PC ett', usingOrgUnitIds: [units['hjartmottagningen']] }),
    change: { name: 'PC två' },
    transition: 'acquire',
  },
  {
    kind: 'medicalDevice',
    path: '/api/medical-devices',
    userId: 'mt',
    readerId: 'it',
    number: /^M-\d{5,}$/,
    create: ({ units }) => ({ name: 'Ultraljud', usingOrgUnitIds: [units['hjartmottagningen']] }),
    change: { name: 'Ultraljud 2' },
    transition: 'acquire',
  },
  {
    kind: 'application',
    path: '/api/applications',
    userId: 'it',
    readerId: 'anmalare',
    number: /^P-\d{5,}$/,
    create: ({ people }) => ({ name: 'Journalen', systemOwnerId: people['systemagare'] }),
    change: { name: 'Journalen 2' },
    transition: 'decommission',
  },
  {
    kind: 'supplier',
    path: '/api/suppliers',
    userId: 'avtal',
    readerId: 'anmalare',
    number: /^L-\d{5,}$/,
    create: () => ({ name: 'Exempel AB', country: 'SE' }),
    change: { name: 'Exempel Sverige AB' },
    transition: 'end',
  },
  {
    kind: 'agreement',
    path: '/api/agreements',
    userId: 'avtal',
    readerId: 'revisor',
    number: /^A-2026-\d{3,}$/,
    create: ({ units }) => ({ name: 'PUB journal', type: 'pub', controllerOrgUnitIds: [units['regionstyrelsen']] }),
    change: { name: 'PUB journal 2' },
    transition: 'negotiate',
  },
  {
    kind: 'orgUnit',
    path: '/api/org-units',
    userId: 'admin',
    readerId: 'anmalare',
    create: ({ units }) => ({ kind: 'unit', name: 'Provenheten', parentId: units['sjukhusforvaltningen'] }),
    change: { name: 'Provenheten 2' },
    transition: 'end',
  },
]

let product: TestApp

beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

describe.each(samples)(
  'a record of kind $kind',
  ({ kind, path, userId, readerId, number, create, change, transition }) => {
    let created: Answer
    const owner = () => product.as(userId)
    const data = () => ({ ...create(product), ...change })

    beforeAll(async () => {
      created = await owner().post(path, { data: create(product), comment: 'Ny' })
    })

    test('is created at an address of its own', () => {
      expect(created.status).toBe(201)
      expect(created.headers.get('ETag')).toBe('"1"')
      expect(created.headers.get('Location')).toBe(`${path}/${created.body.id}`)
      expect(created.body).toMatchObject({ kind, revision: 1, data: create(product) })
      expect(created.body.createdBy).toBe(product.people[userId])
      if (number) expect(created.body.number).toMatch(number)
    })

    test('is read as it was created, with its ETag', async () => {
      const answer = await owner().get(`${path}/${created.body.id}`)
      expect(answer.headers.get('ETag')).toBe('"1"')
      expect(answer.body).toEqual(created.body)
    })

    test('is in the list', async () => {
      const { items } = (await owner().get(path)).body
      expect(items.map((item: { id: string }) => item.id)).toContain(created.body.id)
      expect(items[0]).not.toHaveProperty('missing')
    })

    test('is not changed without If-Match, nor with a stale one', async () => {
      const address = `${path}/${created.body.id}`
      expect((await owner().put(address, { data: data() })).body).toMatchObject({
        status: 428,
        code: 'precondition-required',
      })
      expect((await owner().put(address, { data: data() }, { 'If-Match': '*' })).status).toBe(428)
      expect((await owner().put(address, { data: data() }, { 'If-Match': '1' })).status).toBe(400)
      expect((await owner().put(address, { data: data() }, { 'If-Match': 'W/"1"' })).status).toBe(412)
      const stale = await owner().put(address, { data: data() }, { 'If-Match': '"7"' })
      expect(stale.body).toMatchObject({ status: 412, code: 'revision-conflict', currentRevision: 1 })
      expect((await owner().get(address)).body.revision).toBe(1)
    })

    test('is not changed by somebody who may only read it', async () => {
      const address = `${path}/${created.body.id}`
      const reader = product.as(readerId)
      expect((await reader.get(address)).body.allowed).toEqual([])
      expect((await reader.put(address, { data: data() }, { 'If-Match': '"1"' })).body).toMatchObject({ status: 403 })
      expect((await reader.post(path, { data: create(product) })).status).toBe(403)
    })

    test('is changed by whoever has read its current revision; others see that', async () => {
      const address = `${path}/${created.body.id}`
      const changed = await owner().put(address, { data: data(), comment: 'Nytt namn' }, { 'If-Match': '"1"' })
      expect(changed.status).toBe(200)
      expect(changed.headers.get('ETag')).toBe('"2"')
      expect(changed.body).toMatchObject({ revision: 2, data: change })
      const late = await owner().put(address, { data: data() }, { 'If-Match': '"1"' })
      expect(late.body).toMatchObject({ status: 412, currentRevision: 2 })
    })

    test('is changed by one of two who race', async () => {
      const { body } = await owner().post(path, { data: create(product) })
      const address = `${path}/${body.id}`
      const put = () => owner().put(address, { data: data() }, { 'If-Match': '"1"' })
      const statuses = (await Promise.all([put(), put(), put()])).map(({ status }) => status)
      expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412, 412])
    })

    test('keeps its past', async () => {
      const address = `${path}/${created.body.id}`
      const { items } = (await owner().get(`${address}/revisions`)).body
      expect(items).toHaveLength(2)
      expect(items.map((item: { comment?: string }) => item.comment).toSorted()).toEqual(['Ny', 'Nytt namn'])
      const first = await owner().get(`${address}?revision=1`)
      expect(first.body).toMatchObject({ revision: 1, data: create(product) })
      const { items: changes } = (await owner().get(`${address}/diff?from=1&to=2`)).body
      expect(changes).toEqual([
        { pointer: '/name', from: created.body.data.name, to: (change as { name: string }).name },
      ])
    })

    test('has no other past', async () => {
      const address = `${path}/${created.body.id}`
      expect((await owner().get(`${address}?revision=9`)).status).toBe(404)
      expect((await owner().get(`${address}/diff?from=1&to=9`)).status).toBe(404)
      expect((await owner().get(`${address}/diff?from=1`)).status).toBe(400)
      expect((await owner().get(`${address}?revision=0`)).status).toBe(400)
      expect((await owner().get(`${address}?revision=1&asOf=2026-01-01`)).status).toBe(400)
      expect((await owner().get(`${address}?asOf=2026-02-30`)).status).toBe(400)
    })

    test('is commented at a field', async () => {
      const address = `${path}/${created.body.id}/comments`
      const note = await owner().post(address, { text: 'Stämmer det?', pointer: '/name' })
      expect(note).toMatchObject({ status: 201, body: { text: 'Stämmer det?', pointer: '/name' } })
      expect((await owner().get(address)).body).toEqual({ items: [note.body] })
      expect((await owner().post(address, { text: '' })).status).toBe(422)
      expect((await owner().post(address, { text: 'x', pointer: 'name' })).status).toBe(422)
      expect((await owner().post(address, { text: 'x', author: 'y' })).status).toBe(422)
    })

    test('says what it is connected with', async () => {
      const answer = await owner().get(`${path}/${created.body.id}/links`)
      expect(answer.status).toBe(200)
    })

    test('moves with If-Match, and only by moves it has', async () => {
      if (!transition) return
      const address = `${path}/${created.body.id}/transitions`
      expect((await owner().post(address, { transition })).status).toBe(428)
      expect((await owner().post(address, { transition }, { 'If-Match': '"1"' })).status).toBe(412)
      const unknown = await owner().post(address, { transition: 'explode' }, { 'If-Match': '"2"' })
      expect(unknown.body).toMatchObject({ status: 422, errors: [{ pointer: '/transition', code: 'unknown-code' }] })
      const moved = await owner().post(address, { transition }, { 'If-Match': '"2"' })
      expect(moved).toMatchObject({ status: 200, body: { revision: 3 } })
      const again = await owner().post(address, { transition }, { 'If-Match': '"3"' })
      expect(again.body).toMatchObject({ status: 409, code: 'transition-refused' })
    })

    test('that does not exist is not found, whatever one wants with it', async () => {
      const address = `${path}/abc_00000000000000000000000000`
      const match = { 'If-Match': '"1"' }
      expect((await owner().get(address)).status).toBe(404)
      expect((await owner().put(address, { data: data() }, match)).status).toBe(404)
      expect((await owner().post(`${address}/comments`, { text: 'x' })).status).toBe(404)
      for (const part of ['revisions', 'comments', 'links'])
        expect((await owner().get(`${address}/${part}`)).status).toBe(404)
    })
  },
)

describe('a transition that is not ready', () => {
  test('says what is missing, in the language of the caller', async () => {
    const it = product.as('it')
    const { body } = await it.post('/api/equipment', { data: { name: 'PC utan hem' } })
    const introduce = (language: string) =>
      it.post(
        `/api/equipment/${body.id}/transitions`,
        { transition: 'introduce' },
        { 'If-Match': '"1"', 'Accept-Language': language },
      )
    const swedish = await introduce('sv')
    expect(swedish.body).toMatchObject({
      status: 409,
      code: 'transition-refused',
      missing: [
        { pointer: '/usingOrgUnitIds', detail: 'Ange vilken verksamhet som använder tillgången.' },
        { pointer: '/responsiblePersonId', detail: 'Ange vem som är ansvarig för tillgången.' },
      ],
    })
    expect(swedish.headers.get('Content-Language')).toBe('sv')
    const english = await introduce('en-GB')
    expect(english.body.missing[0].detail).toBe('Say which part of the organisation uses the asset.')
  })
})

describe('what must be unique', () => {
  test('is refused with the other record named', async () => {
    const it = product.as('it')
    const data = { name: 'PC', manufacturer: 'Acme', serialNumber: 'SN-1' }
    const first = await it.post('/api/equipment', { data })
    const second = await it.post('/api/equipment', { data: { ...data, manufacturer: 'ACME' } })
    expect(second.body).toMatchObject({ status: 409, code: 'already-exists', id: first.body.id })
  })
})

describe('who is there for the platform alone', () => {
  test('reads no contents', async () => {
    const { body } = await product.as('it').post('/api/equipment', { data: { name: 'PC hemlig' } })
    const admin = product.as('admin')
    expect((await admin.get(`/api/equipment/${body.id}`)).status).toBe(404)
    expect((await admin.get('/api/equipment')).body.items).toEqual([])
    expect((await admin.get('/api/equipment?q=hemlig')).body.items).toEqual([])
    expect((await admin.get('/api/assets')).body.items).toEqual([])
    expect((await admin.get('/api/search?q=hemlig')).body.items).toEqual([])
  })
})
