import { afterEach, beforeEach, expect, it, describe } from 'vitest'
import { takeNumber } from '../../../../functions/register/change/counter.ts'
import { verifyStore, type VerifyReport } from '../../../../functions/register/seal/verify.ts'
import type { Item, Store, Write } from '../../../../functions/store/store.ts'
import { openLibrary, sha256, type Library } from '../library.ts'
import { editor, paper } from '../paper.ts'

let library: Library
let id: string
const pk = (): string => `paper#${id}`

beforeEach(async () => {
  library = openLibrary()
  const source = (await library.add({ name: 'Källa' })).record.id
  id = (await library.file({ name: 'Plan för vård', code: 'one', sources: [source], secret: 'gömt' })).record.id
  await library.move(id, 'revise')
  await library.change(id, { name: 'Ny plan', code: 'one', filedBy: 'editor' })
  await library.engine.comment(paper, id, { text: 'Bra' }, editor)
  await library.engine.get(paper, id, editor, { revision: 2 })
})
afterEach(() => library.close())

const verify = (store: Store = library.store, sorts: string[] = []): Promise<VerifyReport> =>
  verifyStore(store, [paper], sha256, { sorts })
const commit = (...writes: Write[]): Promise<void> => library.store.commit(writes, library.options.newId())
const item = async (sk: string): Promise<Item> => (await library.store.get({ pk: pk(), sk })) as Item
const body = async (sk: string): Promise<{ [field: string]: unknown }> => (await item(sk)).body as never
const put = async (sk: string, changed: object): Promise<void> =>
  commit({ put: { ...(await item(sk)), body: { ...(await body(sk)), ...changed } as Item['body'] } })
const problems = async (): Promise<string[]> => (await verify()).faults.map(({ problem }) => problem)

describe('a sound store', () => {
  it('has no faults', async () => {
    await takeNumber(library.store, 'other', library.options.newId)
    expect(await verify()).toMatchObject({ records: 2, revisions: 5, faults: [] })
  })

  it('has none while a server writes to it, either', async () => {
    let scans = 0
    const busy: Store = {
      ...library.store,
      async scan(after) {
        scans++
        if (after === undefined && scans > 1) await library.change(id, { name: `Plan ${scans}`, filedBy: 'editor' })
        return library.store.scan(after)
      },
    }
    expect((await verify(busy)).faults).toEqual([])
  })

  it('is read page by page', async () => {
    const items = (await library.store.scan()).items
    const paged: Store = {
      ...library.store,
      query: (pk, range) => library.store.query(pk, { ...range, limit: 2 }),
      async scan(after = '0') {
        const next = Number(after) + 10
        return { items: items.slice(Number(after), next), ...(next < items.length && { next: String(next) }) }
      },
    }
    expect(await verify(paged)).toEqual(await verify())
  })

  it('may hold sorts of items that are named as known', async () => {
    await commit({ put: { pk: 'parcel#1', sk: 'x', body: null } })
    expect((await verify()).faults).toEqual([{ pk: 'parcel#1', sk: 'x', problem: 'unknown' }])
    expect((await verify(library.store, ['parcel#'])).faults).toEqual([])
  })
})

describe('what somebody has done to it', () => {
  it.each<[string, string[], () => Promise<void>]>([
    ['a changed value', ['hash-differs'], async () => put('rev#00000003', { data: { name: 'Andra' } })],
    ['a value put in', ['hash-differs'], async () => put('rev#00000003', { data: { name: 'Plan', extra: 1 } })],
    ['a changed chain', ['chain-broken'], async () => put('rev#00000003', { previous: 'other' })],
    [
      'a revision taken away',
      ['revision-missing', 'row-differs', 'row-missing', 'row-stray', 'validity-differs'],
      async () => commit({ delete: { pk: pk(), sk: 'rev#00000002' } }),
    ],
    ['a changed head', ['head-differs'], async () => put('head', { state: 'filed' })],
    ['another title', ['head-differs'], async () => put('head', { title: 'Other' })],
    ['no head', ['head-missing', 'row-stray'], async () => commit({ delete: { pk: pk(), sk: 'head' } })],
    ['a row taken away', ['row-missing'], async () => commit({ delete: { pk: 'unique#paper#one', sk: 'key' } })],
    [
      'a changed row',
      ['row-differs'],
      async () => commit({ put: { pk: 'unique#paper#one', sk: 'key', body: 'pap_other' } }),
    ],
    [
      'a row too many',
      ['row-stray'],
      async () => commit({ put: { pk: 'word#pap#ny', sk: `nyare#${id}`, body: null } }),
    ],
    [
      'a link too many',
      ['row-stray'],
      async () => commit({ put: { pk: pk(), sk: 'in#source#paper#pap_x', body: 'pap_x' } }),
    ],
    [
      'another time of validity',
      ['validity-differs'],
      async () => commit({ put: { pk: pk(), sk: 'valid#2026-01-01T00:00:00.000Z#00000002', body: { revision: 2 } } }),
    ],
    [
      'another revision as valid',
      ['validity-differs'],
      async () => put('valid#2026-11-21T10:00:00.000Z#00000002', { revision: 1 }),
    ],
    [
      'no validity',
      ['validity-differs'],
      async () => commit({ delete: { pk: pk(), sk: 'valid#2026-11-21T10:00:00.000Z#00000002' } }),
    ],
  ])('is found: %s', async (_what, expected, harm) => {
    await harm()
    const found = await problems()
    expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort())
  })

  it('is found when all revisions are gone', async () => {
    for (const number of [1, 2, 3, 4]) await commit({ delete: { pk: pk(), sk: `rev#0000000${number}` } })
    expect(await problems()).toContain('revision-missing')
  })

  it('is told for unreadable items, whose record is not judged by what is missing', async () => {
    const unreadable = async (matches: (one: Item) => boolean): Promise<string[]> => {
      const damaged: Store = {
        ...library.store,
        async scan(after) {
          const page = await library.store.scan(after)
          return {
            ...page,
            items: page.items.map((one) => (matches(one) ? { ...one, body: null, unreadable: true } : one)),
          }
        },
      }
      return (await verify(damaged)).faults.map(({ problem }) => problem)
    }
    expect(await unreadable(({ pk: at, sk }) => at === pk() && sk === 'rev#00000001')).toEqual(['unreadable'])
    expect(await unreadable(({ pk: at }) => at === 'unique#paper#one')).toEqual(['unreadable'])
    await commit(
      { put: { pk: 'mail', sk: 'x', body: null } },
      { put: { pk: 'list#pap#all', sk: 'x#pap_x', body: null } },
    )
    expect((await unreadable(({ pk: at }) => at === 'mail')).sort()).toEqual(['row-stray', 'unknown', 'unreadable'])
  })
})
