import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineKind } from '../../../../functions/register/kind.ts'
import { rebuildRows } from '../../../../functions/register/rows/rebuild.ts'
import { verifyStore } from '../../../../functions/register/seal/verify.ts'
import type { Store } from '../../../../functions/store/store.ts'
import { openLibrary, sha256, type Library } from '../library.ts'
import { editor, paper, type Paper } from '../paper.ts'

let library: Library

beforeEach(async () => {
  library = openLibrary()
  const { record } = await library.file({ name: 'Källa', code: 'ett', shelf: 'red', secret: 'gömt' })
  for (let at = 0; at < 5; at++) await library.add({ name: `Plan ${at}`, sources: [record.id], dueDate: '2027-01-01' })
})
afterEach(() => library.close())

const rebuild = (kind = paper, store: Store = library.store) => rebuildRows(store, [kind], randomUUID)
const faults = async (kind = paper) => (await verifyStore(library.store, [kind], sha256)).faults

describe('rebuilding the rows', () => {
  it('changes nothing where everything fits', async () => {
    expect(await rebuild()).toEqual({ records: 6, put: 0, deleted: 0, taken: [] })
  })

  it('puts right what a kind lists and indexes otherwise than before', async () => {
    const changed = defineKind<Paper>({
      ...paper,
      summary: ['shelf', 'name', 'code'],
      sortName: ({ data }) => `${data.shelf} ${data.name}`,
      texts: ({ data }) => [data.code, ...Array.from({ length: 29 }, (_, at) => `ord${at}`)],
      facets: (record) => ({ ...paper.facets(record), topic: Array.from({ length: 80 }, (_, at) => `t${at}`) }),
      due: () => [],
    })
    expect((await faults(changed)).length).toBeGreaterThan(0)
    const { put, deleted } = await rebuild(changed)
    expect(put).toBeGreaterThan(100)
    expect(deleted).toBeGreaterThan(0)
    expect(await faults(changed)).toEqual([])
    await rebuild()
    expect(await faults()).toEqual([])
  })

  it('names a unique value that another record holds and leaves it there', async () => {
    const key = { pk: 'unique#paper#ett', sk: 'key' }
    await library.store.commit([{ put: { ...key, body: 'pap_other' } }], randomUUID())
    expect(await rebuild()).toMatchObject({ put: 0, taken: ['unique#paper#ett'] })
    await library.store.commit([{ delete: key }], randomUUID())
    expect(await rebuild()).toMatchObject({ put: 1, taken: [] })
    expect(await faults()).toEqual([])
  })

  it('takes up a record that changes meanwhile, and gives up one that never stands still', async () => {
    const { record } = await library.add({ name: 'Rörlig' })
    const row = (await library.store.query('list#pap~work#all')).items.find(({ sk }) => sk.endsWith(record.id))
    await library.store.commit([{ delete: { pk: row!.pk, sk: row!.sk } }], randomUUID())
    let changes = 1
    const busy: Store = {
      ...library.store,
      async commit(writes, token) {
        if (changes-- > 0) await library.change(record.id, { name: 'Rörlig', pages: changes + 100 }, editor)
        return library.store.commit(writes, token)
      },
    }
    expect(await rebuild(paper, busy)).toMatchObject({ put: 1 })
    expect(await faults()).toEqual([])
    await library.store.commit([{ delete: { pk: row!.pk, sk: row!.sk } }], randomUUID())
    changes = 9
    await expect(rebuild(paper, busy)).rejects.toThrow('condition')
  })
})
