import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { createChanges } from '../../../functions/store/embedded-changes.ts'
import { openDatabase } from '../../../functions/store/embedded-file.ts'
import { createRows } from '../../../functions/store/embedded-rows.ts'
import { createWriter } from '../../../functions/store/embedded-writer.ts'
import { actionsOf } from '../../../functions/store/limits.ts'
import { ConditionFailed, OutcomeUnknown, StoreBusy } from '../../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())

it('refuses every commit of a tick when the disk is full, and writes again when there is room', async () => {
  const database = openDatabase(join(directory.path, 'full.sqlite'))
  const rows = createRows(database)
  const writer = createWriter(database, rows, createChanges(database), {
    now: Date.now,
    lockWaitMs: 100,
    sync: async () => {},
  })
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  const large = Array.from({ length: 200_000 }, (_, index) => index * 7919)
  const put = (sk: string, body: number[]) =>
    writer.commit(actionsOf([{ put: { pk: 'p', sk, body } }], `token-${sk}`), `token-${sk}`)

  database.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const results = await Promise.allSettled([put('small', []), put('large', large.slice(0, 60_000)), put('other', [])])
  expect(results).toMatchObject(Array(3).fill({ status: 'rejected', reason: { message: 'database or disk is full' } }))
  expect(rows.find({ pk: 'p', sk: 'small' })).toBeUndefined()

  database.exec('PRAGMA max_page_count = 100000')
  await Promise.all([put('small', []), put('large', large.slice(0, 60_000))])
  expect(rows.find({ pk: 'p', sk: 'large' })).toBeDefined()
  database.close()
})

it('acknowledges nothing more once a sync has failed', async () => {
  const database = openDatabase(join(directory.path, 'lost.sqlite'))
  const syncs: (() => Promise<void>)[] = [async () => {}, () => Promise.reject(new Error('input/output error'))]
  const writer = createWriter(database, createRows(database), createChanges(database), {
    now: Date.now,
    lockWaitMs: 100,
    sync: () => (syncs.shift() ?? (async () => {}))(),
  })
  const put = (sk: string) => writer.commit(actionsOf([{ put: { pk: 'p', sk, body: sk } }], sk), sk)
  await put('kept')
  await expect(put('unknown')).rejects.toThrow(OutcomeUnknown)
  await expect(put('after')).rejects.toThrow(StoreBusy)
  await writer.drain()
  database.close()
})

it('gathers what comes during a sync into one transaction', async () => {
  const database = openDatabase(join(directory.path, 'gathered.sqlite'))
  let syncs = 0
  const writer = createWriter(database, createRows(database), createChanges(database), {
    now: Date.now,
    lockWaitMs: 100,
    sync: async () => {
      syncs += 1
      await sleep(20)
    },
  })
  const put = (sk: string) => writer.commit(actionsOf([{ put: { pk: 'p', sk, body: sk } }], sk), sk)
  const first = put('first')
  await sleep(5)
  await Promise.all([first, ...Array.from({ length: 30 }, async (_, at) => sleep(at / 4).then(() => put(`k${at}`)))])
  expect(syncs).toBe(2)
  await writer.drain()
  database.close()
})

it('waits for no sync with a commit that is followed, and syncs it with the one that follows', async () => {
  const database = openDatabase(join(directory.path, 'followed.sqlite'))
  const rows = createRows(database)
  const synced: (string | undefined)[] = []
  const writer = createWriter(database, rows, createChanges(database), {
    now: Date.now,
    lockWaitMs: 100,
    sync: async () => void synced.push(rows.find({ pk: 'p', sk: 'number' })?.sk),
  })
  const put = (sk: string, followed?: boolean) =>
    writer.commit(actionsOf([{ put: { pk: 'p', sk, body: sk }, if: 'absent' }], sk), sk, followed)
  await put('number', true)
  expect([rows.find({ pk: 'p', sk: 'number' })?.sk, ...synced]).toEqual(['number'])
  await expect(
    writer.commit(actionsOf([{ check: { pk: 'p', sk: 'none' }, if: 'exists' }], 't'), 't', true),
  ).rejects.toThrow(ConditionFailed)
  await put('record')
  expect(synced).toEqual(['number'])
  await writer.drain()
  database.close()
})
