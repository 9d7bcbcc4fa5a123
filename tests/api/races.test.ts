import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Answer } from '../support/client.ts'
import { createRandom, faultyStore, type Faults } from '../support/faulty-store.ts'

const none: Faults = { busy: 0, timeoutBefore: 0, timeoutAfter: 0, death: 0, truncated: 0 }
const storm: Faults = { busy: 0.02, timeoutBefore: 0.05, timeoutAfter: 0.05, death: 0.05, truncated: 0.05 }
const faults: Faults = { ...none }
const random = createRandom(20261121)

let product: TestApp
beforeAll(async () => {
  product = await openTestApp({ wrapStore: (store) => faultyStore(store, faults, random) })
})
beforeEach(() => Object.assign(faults, none))
afterAll(() => product.close())

/** Sends again what a client may send again: whatever was answered 5xx. Gives the answer and how often it was sent. */
async function persistently(send: () => Promise<Answer>): Promise<{ answer: Answer; sent: number }> {
  for (let sent = 1; ; sent++) {
    const answer = await send()
    if (answer.status < 500) return { answer, sent }
  }
}

test(
  'the same creation sent a thousand times in races, time-outs and deaths creates once',
  { timeout: 120_000 },
  async () => {
    Object.assign(faults, storm)
    const it = product.as('it')
    const create = () => it.post('/api/equipment', { data: { name: 'Ensam i världen' } }, { 'Idempotency-Key': 'once' })
    const ids = new Set<string>()
    for (let round = 0; round < 25; round++) {
      const results = await Promise.all(Array.from({ length: 40 }, () => persistently(create)))
      for (const { answer } of results) {
        expect(answer).toMatchObject({ status: 201, body: { revision: 1, data: { name: 'Ensam i världen' } } })
        ids.add(answer.body.id)
      }
    }
    Object.assign(faults, none)
    expect(ids.size).toBe(1)
    expect((await it.get('/api/equipment?q=ensam')).body.items).toMatchObject([{ id: [...ids][0] }])
    const other = await it.post('/api/equipment', { data: { name: 'En annan' } }, { 'Idempotency-Key': 'once' })
    expect(other.status).toBe(422)
  },
)

test('editors who race and fail lose no update', { timeout: 120_000 }, async () => {
  const it = product.as('it')
  const { body } = await it.post('/api/equipment', { data: { name: 'Räknare', description: '' } })
  const address = `/api/equipment/${body.id}`
  Object.assign(faults, { ...none, busy: 0.02, timeoutBefore: 0.05, timeoutAfter: 0.05 })

  /** Reads, adds its mark and saves, until a save is answered 200; a 412 means that somebody was faster. */
  const add = async (mark: string): Promise<void> => {
    for (;;) {
      const { answer: read } = await persistently(() => it.get(address))
      const data = { ...read.body.data, description: `${read.body.data.description ?? ''}${mark};` }
      const saved = await it.put(address, { data }, { 'If-Match': read.headers.get('ETag') ?? '' })
      if (saved.status === 200) return
      expect([412, 503]).toContain(saved.status)
    }
  }
  const marks = Array.from({ length: 30 }, (_, index) => `m${index}`)
  await Promise.all(marks.map(add))
  Object.assign(faults, none)
  const last = await it.get(address)
  expect(last.body.data.description.split(';').filter(Boolean).toSorted()).toEqual(marks.toSorted())
  expect(last.body.revision).toBe(31)
})
