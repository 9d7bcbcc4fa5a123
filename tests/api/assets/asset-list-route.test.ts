import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp
const names: string[] = []

beforeAll(async () => {
  product = await openTestApp()
  const unit = product.units['hjartmottagningen']
  for (let count = 0; count < 23; count++) {
    const [userId, path, word] = (
      [
        ['it', '/api/equipment', 'Dator'],
        ['mt', '/api/medical-devices', 'Pump'],
        ['it', '/api/applications', 'System'],
      ] as const
    )[count % 3]!
    const name = `${String.fromCharCode(97 + ((count * 7) % 26))} ${word} ${count}`
    names.push(name)
    await product.as(userId).post(path, { data: { name, ...(count < 5 && { usingOrgUnitIds: [unit] }) } })
  }
})
afterAll(() => product.close())

interface Item {
  kind: string
  data: { name: string }
}

async function walk(query: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor = ''; ;) {
    const { body } = await product.as('it').get(`/api/assets?${query}${cursor && `&cursor=${cursor}`}`)
    items.push(...body.items)
    if (!body.next) return items
    cursor = body.next
  }
}

describe('all assets as one list', () => {
  test.each([1, 2, 5, 7, 23, 200])('is read %i at a time, by name, each once', async (limit) => {
    const items = await walk(`limit=${limit}`)
    expect(items.map(({ data }) => data.name)).toEqual(names.toSorted())
  })

  test('never gives more than was asked for', async () => {
    const { body } = await product.as('it').get('/api/assets?limit=4')
    expect(body.items).toHaveLength(4)
  })

  test('can be of one kind, one unit, one state', async () => {
    const pumps = await walk('kind=medicalDevice&limit=3')
    expect(new Set(pumps.map(({ kind }) => kind))).toEqual(new Set(['medicalDevice']))
    expect(pumps).toHaveLength(8)
    expect(await walk(`orgUnit=${product.units['sjukhusforvaltningen']}&limit=2`)).toHaveLength(5)
    expect(await walk('state=inOperation')).toEqual([])
  })

  test('is searched kind by kind, to the end', async () => {
    expect((await walk('q=system&limit=3')).map(({ kind }) => kind)).toEqual(Array(7).fill('application'))
    expect(await walk('q=1&limit=2')).toHaveLength((await walk('q=1')).length)
  })

  test.each(['kind=supplier', 'state=broken', 'sort=name', 'cursor=x', 'cursor=eyJrIjoiYXQifQ', 'limit=0'])(
    'refuses %s',
    async (query) => {
      expect((await product.as('it').get(`/api/assets?${query}`)).status).toBe(400)
    },
  )
})

describe('a search across kinds', () => {
  test('is grouped, and says where there is more', async () => {
    const { body } = await product.as('it').get('/api/search?q=dator')
    expect(body.items).toMatchObject([{ kind: 'equipment', more: true }])
    expect(body.items[0].items).toHaveLength(5)
    const whole = await product.as('it').get('/api/search?q=dator&limit=20')
    expect(whole.body.items).toMatchObject([{ kind: 'equipment', more: false }])
    expect(whole.body.items[0].items).toHaveLength(8)
  })

  test('finds people and units beside records', async () => {
    const { body } = await product.as('anmalare').get('/api/search?q=hj%C3%A4rt')
    expect(body.items.map(({ kind }: Item) => kind)).toContain('orgUnit')
  })

  test.each(['', 'q=', 'q=%20%20', `q=${'x'.repeat(201)}`, 'q=a&limit=21'])('refuses "%s"', async (query) => {
    expect((await product.as('it').get(`/api/search?${query}`)).status).toBe(400)
  })
})
