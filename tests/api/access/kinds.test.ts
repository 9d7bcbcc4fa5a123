import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { kinds, people } from './kinds-table.ts'

let product: TestApp
beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

describe.each(Object.keys(kinds))('%s', (name) => {
  const { path, data, creates, edits = creates, hiddenFrom } = kinds[name]!
  // oxlint-disable-next-line typescript/no-explicit-any -- a record as JSON
  let record: any
  beforeAll(async () => {
    const answer = await product.as(creates[0]).post(path, { data: data(product) })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    record = answer.body
  })

  test.each(people)('is for %s what the table says', async (person) => {
    const client = product.as(person)
    const address = `${path}/${record.id}`
    const hidden = hiddenFrom.includes(person)
    const may = edits.includes(person)
    const read = await client.get(address)
    const listed = (await client.get(`${path}?limit=200`)).body.items.map(({ id }: { id: string }) => id)
    const changed = await client.put(address, { data: record.data }, { 'If-Match': '"999"' })
    expect({
      read: read.status,
      listed: listed.includes(record.id),
      edit: read.body.allowed?.includes('edit') ?? false,
      changed: changed.status,
    }).toEqual({
      read: hidden ? 404 : 200,
      listed: !hidden,
      edit: may,
      changed: hidden ? 404 : may ? 412 : 403,
    })
  })

  test.each(people.filter((person) => !creates.includes(person)))('is not created by %s', async (person) => {
    expect((await product.as(person).post(path, { data: data(product) })).status).toBe(403)
  })
})
