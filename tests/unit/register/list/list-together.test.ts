import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../functions/register/actor.ts'
import type { Engine, ListQuery } from '../../../../functions/register/api.ts'
import { createEngine } from '../../../../functions/register/engine.ts'
import { defineKind, type Kind } from '../../../../functions/register/kind.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, northern, paper, product, type Paper } from '../paper.ts'

const leaflet: Kind<Paper> = defineKind<Paper>({
  ...paper,
  name: 'leaflet',
  plural: 'leaflets',
  prefix: 'lea',
  unique: () => [],
})
const kinds = [paper, leaflet]
const names = ['Ö', 'abc', 'Blad', 'blad', 'Ålder', 'plan', 'zebra', 'Plan b', 'ärlig', 'blad']

let library: Library
let engine: Engine

beforeAll(async () => {
  library = openLibrary()
  engine = createEngine({ ...library.options, kinds })
  for (const [at, name] of names.entries()) {
    const kind = kinds[at % 2]!
    const shelf = at % 3 === 0 ? 'red' : 'green'
    const data = { name, shelf, unitId: at < 5 ? 'north' : 'south', dueDate: `2027-01-0${9 - (at % 9)}` }
    const { record } = await engine.create(kind, data, editor)
    if (at % 4 !== 3) await engine.transition(kind, record.id, 1, { transition: 'file' }, editor)
  }
})
afterAll(() => library.close())

async function walked(query: ListQuery, actor: Actor = product): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await engine.listTogether(kinds as Kind<object>[], { ...query, ...(cursor && { cursor }) }, actor)
    expect(page.items.length).toBeLessThanOrEqual(query.limit ?? 50)
    found.push(...page.items.map(({ kind, data }) => `${kind} ${String(data['name'])}`))
    if (!page.next) return found
    cursor = page.next
  }
}

/** What each kind's own list gives, put in order. */
async function apart(query: ListQuery, actor: Actor = product): Promise<string[]> {
  const lists = await Promise.all(kinds.map((kind) => engine.list(kind, query, actor)))
  const items = lists.flatMap((list) => list.items)
  const order = Object.fromEntries(
    ['abc', 'blad', 'plan', 'plan b', 'zebra', 'ålder', 'ärlig', 'ö'].map((n, at) => [n, at]),
  )
  const of = (item: (typeof items)[number]): number => order[String(item.data['name']).toLowerCase()]!
  return items
    .toSorted((a, b) => of(a) - of(b) || (a.id < b.id ? -1 : 1))
    .map(({ kind, data }) => `${kind} ${String(data['name'])}`)
}

describe('several kinds as one list', () => {
  it.each([1, 2, 3, 7, 50])('are read %i at a time by name, each once, drafts and all', async (limit) => {
    const all = await apart({})
    expect(all).toHaveLength(names.length)
    expect(await walked({ limit })).toEqual(all)
    expect(await walked({ limit, sort: '-name' })).toEqual(all.toReversed())
    const narrowed = { filters: { shelf: ['green'], orgUnit: ['north'] } }
    expect(await walked({ ...narrowed, limit }, northern)).toEqual(await apart(narrowed, northern))
  })

  it('are searched, read by date and by id one after the other', async () => {
    for (const limit of [1, 2, 4, 50]) {
      for (const query of [{ q: 'bl' }, { filters: { dueBefore: ['2027-01-06'] } }]) {
        const [papers, leaflets] = await Promise.all(kinds.map((kind) => engine.list(kind, query, product)))
        const expected = [...papers!.items, ...leaflets!.items].map(
          ({ kind, data }) => `${kind} ${String(data['name'])}`,
        )
        expect(expected.length).toBeGreaterThan(2)
        expect(await walked({ ...query, limit })).toEqual(expected)
      }
    }
    const { items } = await engine.listTogether(kinds as Kind<object>[], {}, product)
    const ids = items.map(({ id }) => id)
    expect((await walked({ ids })).toSorted()).toEqual((await apart({})).toSorted())
  })

  it('refuse an order they do not share and a cursor that they have not given', async () => {
    await expect(walked({ sort: 'pages' })).rejects.toMatchObject({ code: 'malformed' })
    for (const cursor of [{ k: 'at' }, { k: 'kinds', kind: 'book' }]) {
      const query = { cursor: btoa(JSON.stringify(cursor)), ...(cursor.k === 'kinds' && { q: 'bl' }) }
      await expect(walked(query)).rejects.toMatchObject({ extra: { reason: 'bad-cursor' } })
    }
  })
})
