import { afterAll, expect, test } from 'vitest'
import { openBulkStore } from '../../functions/store/embedded-bulk.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())

test('more commits at once than the writing thread has room for are all written', { timeout: 60_000 }, async () => {
  const store = openBulkStore({ dir: directory.path })
  const ids = Array.from({ length: 2500 }, (_, at) => String(at))
  const body = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`field${at}`, `${at} ${'text '.repeat(10)}`]))
  await Promise.all(ids.map((id) => store.commit([{ put: { pk: `record#${id}`, sk: 'head', body } }], id)))
  const found = await store.getMany(ids.map((id) => ({ pk: `record#${id}`, sk: 'head' })))
  expect(found).toHaveLength(ids.length)
  await store.close()
})

test('what is on its way when the store is closed is written', async () => {
  const store = openBulkStore({ dir: directory.path })
  const written = Array.from({ length: 1000 }, (_, at) =>
    store.commit([{ put: { pk: 'late', sk: String(at), body: null } }], `late${at}`),
  )
  await Promise.all([store.close(), ...written])
  const again = openBulkStore({ dir: directory.path })
  expect((await again.query('late', { limit: 1000 })).items).toHaveLength(1000)
  await again.close()
})
