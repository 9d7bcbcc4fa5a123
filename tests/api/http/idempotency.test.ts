import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp

beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

const body = { data: { name: 'PC ett' } }
const create = (key: string, sent: unknown = body, userId = 'it', path = '/api/equipment') =>
  product.as(userId).post(path, sent, { 'Idempotency-Key': key })

describe('the same Idempotency-Key', () => {
  test('creates once, and answers as the first time', async () => {
    const first = await create('key-1')
    const second = await create('key-1')
    expect(first.status).toBe(201)
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    expect(second.headers.get('ETag')).toBe('"1"')
  })

  test('answers as the first time even when the record has changed since', async () => {
    const first = await create('key-2')
    await product.as('it').put(`/api/equipment/${first.body.id}`, { data: { name: 'PC två' } }, { 'If-Match': '"1"' })
    const second = await create('key-2')
    expect(second.body).toMatchObject({ id: first.body.id, revision: 1, data: { name: 'PC ett' } })
  })

  test('with another body is refused and creates nothing', async () => {
    await create('key-3')
    const answer = await create('key-3', { data: { name: 'PC två' } })
    expect(answer.body).toMatchObject({
      status: 422,
      detail: 'Samma Idempotency-Key har redan använts med ett annat innehåll.',
    })
  })

  test('with another kind of record is refused', async () => {
    await create('key-4', { data: { name: 'Journal' } }, 'it', '/api/equipment')
    expect((await create('key-4', { data: { name: 'Journal' } }, 'it', '/api/applications')).status).toBe(422)
  })

  test('of another person is another key', async () => {
    const mine = await create('key-5', body, 'it', '/api/equipment')
    const theirs = await create('key-5', body, 'mt', '/api/medical-devices')
    expect([mine.status, theirs.status]).toEqual([201, 201])
  })

  test('sent many times at once creates once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create('key-6')))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1)
  })
})

describe('an Idempotency-Key', () => {
  test.each(['', 'two words', 'x'.repeat(256)])('"%s" is malformed', async (key) => {
    const answer = await create(key)
    expect(answer.body).toMatchObject({ status: 400, detail: expect.stringContaining('Idempotency-Key') })
  })

  test('of a request that failed can be used again', async () => {
    expect((await create('key-7', { data: {} })).status).toBe(422)
    expect((await create('key-7')).status).toBe(201)
  })
})
