import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp

beforeAll(async () => {
  product = await openTestApp()
  for (const name of ['Ögonlampa', 'Bår', 'Ambulansdator', 'Ängsprinter', 'Åskskydd', 'Zonskrivare'])
    await product.as('it').post('/api/equipment', { data: { name, equipmentType: 'other' } })
})
afterAll(() => product.close())

const list = (query: string) => product.as('it').get(`/api/equipment${query}`)
const names = (items: { data: { name: string } }[]) => items.map(({ data }) => data.name)

describe('a query parameter', () => {
  test('that no list has is refused by name, at every route', async () => {
    for (const route of product.routes.filter(({ method, path }) => method === 'GET' && !path.includes('callback'))) {
      const answer = await product.as('it').get(`${route.path.replace(/:\w+/g, 'abc_1')}?colour=red`)
      expect({ route: route.operationId, ...answer.body }).toMatchObject({
        route: route.operationId,
        status: 400,
        code: 'malformed',
        detail: 'Parametern colour finns inte för den här adressen.',
      })
    }
  })

  test('of another kind is refused', async () => {
    expect((await list('?regime=pdl')).status).toBe(400)
  })

  test.each([
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?limit=1.5', 'limit'],
    ['?limit=ten', 'limit'],
    ['?limit=', 'limit'],
    ['?limit=1e99', 'limit'],
    ['?state=broken', 'state'],
    ['?state=planned,broken', 'state'],
    ['?state=planned,', 'state'],
    ['?state=', 'state'],
    ['?sort=colour', 'sort'],
    ['?sort=--name', 'sort'],
    ['?cursor=', 'cursor'],
    [`?q=${'x'.repeat(201)}`, 'q'],
    ['?type=toaster', 'type'],
  ])('%s cannot be used, and is named', async (query, name) => {
    const answer = await list(query)
    expect(answer.body).toMatchObject({
      status: 400,
      detail: `Parametern ${name} har ett värde som inte går att använda.`,
    })
  })

  test('given twice is refused', async () => {
    const answer = await list('?state=planned&state=missing')
    expect(answer.body).toMatchObject({ status: 400, detail: 'Parametern state får bara anges en gång.' })
  })

  test('asOf is refused where the list has no past', async () => {
    const answer = await product.as('it').get('/api/saved-views?asOf=2026-01-01')
    expect(answer.body).toMatchObject({ status: 400, detail: expect.stringContaining('asOf') })
  })

  test('sort goes with everything but a search', async () => {
    expect((await list('?q=lampa&sort=name')).body).toMatchObject({
      status: 400,
      detail: expect.stringContaining('sort'),
    })
  })

  test.each(['x', 'eyJrIjoib3RoZXIifQ', '%00', 'bnVsbA', 'W10', '../../etc'])(
    'cursor=%s is refused',
    async (cursor) => {
      const answer = await list(`?cursor=${cursor}`)
      expect(answer.body).toMatchObject({ status: 400, detail: expect.stringContaining('cursor') })
    },
  )
})

describe('a list', () => {
  test('is in Swedish order', async () => {
    expect(names((await list('')).body.items)).toEqual([
      'Ambulansdator',
      'Bår',
      'Zonskrivare',
      'Åskskydd',
      'Ängsprinter',
      'Ögonlampa',
    ])
  })

  test('is read page by page to its end, in both directions', async () => {
    for (const sort of ['name', '-name']) {
      const seen: string[] = []
      for (let next = ''; next !== 'end';) {
        const { body } = await list(`?sort=${sort}&limit=2${next && `&cursor=${next}`}`)
        expect(body.items.length).toBeLessThanOrEqual(2)
        seen.push(...names(body.items))
        next = body.next ?? 'end'
      }
      const all = names((await list(`?sort=${sort}`)).body.items)
      expect(seen).toEqual(all)
      expect(all).toHaveLength(6)
    }
  })

  test('takes several values of a filter as any of them', async () => {
    expect((await list('?state=planned,missing')).body.items).toHaveLength(6)
    expect((await list('?state=missing')).body.items).toEqual([])
  })

  test('finds words by their beginnings, and nothing for an empty search', async () => {
    expect(names((await list('?q=ögon')).body.items)).toEqual(['Ögonlampa'])
    expect(names((await list('?q=%20')).body.items)).toHaveLength(6)
  })

  test('finds a number at once', async () => {
    const [first] = (await list('?q=u-00003')).body.items
    expect(first).toMatchObject({ number: 'U-00003', data: { name: 'Ambulansdator' } })
  })
})

describe('certain records, by their ids', () => {
  test('are given in that order, each once, those that cannot be read left out', async () => {
    const { items } = (await list('')).body
    const [first, second, third] = items.map(({ id }: { id: string }) => id)
    const agreement = await product.as('avtal').post('/api/agreements', {
      data: { name: 'Avtal', controllerOrgUnitIds: [product.units['regionstyrelsen']] },
    })
    const asked = await list(`?id=${third},${first},${third},equ_00000000000000000000000000,${agreement.body.id}`)
    expect(asked.body).toEqual({ items: [items[2], items[0]] })
    const hidden = await product.as('anmalare').get(`/api/agreements?id=${agreement.body.id}`)
    expect(hidden.body).toEqual({ items: [] })
    expect((await list(`?id=${second}&state=missing`)).body).toEqual({ items: [] })
  })

  test('are named even when lists hide them', async () => {
    const { people } = product
    const address = `/api/people/${people['sofie.brandt']}`
    await product.as('admin').post(`${address}/transitions`, { transition: 'end' }, { 'If-Match': '"1"' })
    const { items } = (await product.as('anmalare').get(`/api/people?id=${people['sofie.brandt']}`)).body
    expect(items).toMatchObject([{ state: 'ended', data: { displayName: 'Sofie Brandt' } }])
  })

  test.each(['q=x', 'limit=5', 'sort=name', 'cursor=x'])('do not go with %s', async (more) => {
    expect((await list(`?id=equ_1&${more}`)).body).toMatchObject({ status: 400, detail: expect.stringContaining('id') })
  })

  test.each(['', 'a,', ',a', 'a b', 'å', Array(101).fill('a').join(',')])('are not read from "%s"', async (ids) => {
    expect((await list(`?id=${encodeURIComponent(ids)}`)).status).toBe(400)
  })
})
