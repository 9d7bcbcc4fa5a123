import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import type { Write } from '../../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())
let count = 0

function openStore(file = join(directory.path, `${count++}.sqlite`)) {
  return { file, store: openEmbeddedStore({ file }) }
}

const revision = (id: string, number = 1): Write => ({
  put: { pk: `thing#${id}`, sk: `rev#0000000${number}`, body: {} },
  if: 'absent',
})

describe('what the embedded store tells of its changes', () => {
  it('is each new revision and each mail that waits, in the order of the commits, and no row', async () => {
    const { store } = openStore()
    await store.commit([revision('a'), { put: { pk: 'list#thing#all', sk: 'a', body: 1 } }], 'one')
    await store.commit([{ put: { pk: 'mail#pending', sk: 'm1', body: {} } }], 'two')
    await store.commit([{ delete: { pk: 'mail#pending', sk: 'm1' } }, revision('a', 2)], 'three')
    expect(store.changes(10)).toEqual([
      { seq: 1, key: { pk: 'thing#a', sk: 'rev#00000001' } },
      { seq: 2, key: { pk: 'mail#pending', sk: 'm1' } },
      { seq: 3, key: { pk: 'thing#a', sk: 'rev#00000002' } },
    ])
    await store.close()
  })

  it('leaves out a refused commit, and a commit sent twice is told once', async () => {
    const { store } = openStore()
    await Promise.allSettled([
      store.commit([revision('a')], 'one'),
      store.commit([revision('a')], 'other'),
      store.commit([revision('a')], 'one'),
    ])
    expect(store.changes(10)).toHaveLength(1)
    await store.close()
  })

  it('stands until it is forgotten, also over a restart, and no number is given twice', async () => {
    const { file, store } = openStore()
    await store.commit([revision('a'), revision('b'), revision('c')], 'one')
    store.forget(2)
    await store.close()
    const again = openEmbeddedStore({ file })
    expect(again.changes(10)).toEqual([{ seq: 3, key: { pk: 'thing#c', sk: 'rev#00000001' } }])
    again.forget(3)
    await again.commit([revision('d')], 'two')
    expect(again.changes(10)).toMatchObject([{ seq: 4 }])
    await again.close()
  })

  it('comes with a store that was written before there were changes', async () => {
    const { file, store } = openStore()
    await store.commit([revision('a')], 'one')
    await store.close()
    const old = new DatabaseSync(file)
    old.exec('DROP TABLE change; PRAGMA user_version = 1')
    old.close()
    const renewed = openEmbeddedStore({ file })
    await renewed.commit([revision('b')], 'two')
    expect(renewed.changes(10)).toMatchObject([{ key: { pk: 'thing#b' } }])
    await renewed.close()
  })
})
