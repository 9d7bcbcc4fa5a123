import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { keys, keyText } from '../../functions/register/keys.ts'
import type { Key } from '../../functions/store/store.ts'

let product: TestApp
/** Items read by their key since the test began, each time they were. */
let read: string[]
let id: string

beforeAll(async () => {
  product = await openTestApp({
    demo: true,
    wrapStore: (store) => ({
      ...store,
      get: (key) => store.get(noted(key)),
      getMany: (wanted) => store.getMany(wanted.map(noted)),
    }),
  })
  const { body } = await product.as('dso').get('/api/activities?state=registered')
  id = body.items[0].id
  await product.as('dso').get(`/api/activities/${id}`)
})
afterAll(() => product.close())
beforeEach(() => (read = []))

test('a request looks once whether the organisation has changed', async () => {
  expect((await product.as('dso').get(`/api/activities/${id}`)).status).toBe(200)
  expect(read.filter((key) => key === keyText(keys.touched('directory')))).toHaveLength(1)
})

test('whether people still work here is read once, until the organisation changes', async () => {
  await product.as('dso').get(`/api/activities/${id}`)
  expect(peopleRead()).toEqual([])
  const units = await product.as('admin').get('/api/org-units?limit=1')
  const [unit] = units.body.items
  const record = await product.as('admin').get(`/api/org-units/${unit.id}`)
  const revision = { 'If-Match': `"${record.body.revision}"` }
  const saved = await product.as('admin').put(`/api/org-units/${unit.id}`, { data: record.body.data }, revision)
  expect(saved.status).toBe(200)
  read = []
  await product.as('dso').get(`/api/activities/${id}`)
  expect(peopleRead()).not.toEqual([])
})

test('a search asks nothing of kinds that have no words', async () => {
  const before = product.meter.readUnits
  expect((await product.as('dso').get('/api/search?q=xyzzy')).body.items).toEqual([])
  expect(product.meter.readUnits - before).toBeLessThan(35)
})

function noted<K extends Key>(key: K): K {
  read?.push(keyText(key))
  return key
}

function peopleRead(): string[] {
  return read.filter((key) => key.startsWith('person#'))
}
