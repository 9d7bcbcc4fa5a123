import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine, ListQuery } from '../../../../functions/register/api.ts'
import { createEngine } from '../../../../functions/register/engine.ts'
import { defineKind } from '../../../../functions/register/kind.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper, type Paper } from '../paper.ts'

/** Papers that are to be looked at by one date and thrown away by another, told by how many pages they have. */
const dated = defineKind<Paper>({
  ...paper,
  due: ({ data }) => [
    ...paper.due({ data } as never),
    ...(data.pages ? [{ what: 'thrown', date: `2027-01-${String(data.pages).padStart(2, '0')}` }] : []),
  ],
  summary: [...paper.summary, 'dueDate'],
  filters: { ...paper.filters, thrownBefore: { type: 'dueBefore', of: 'thrown' } },
})

let library: Library
let engine: Engine

beforeAll(async () => {
  library = openLibrary()
  engine = createEngine({ ...library.options, kinds: [dated] })
  for (const [name, dueDate, pages] of [
    ['A', '2027-01-01', 10],
    ['B', '2027-01-02', 20],
    ['C', '2027-02-01', 10],
    ['D', '2027-01-03', undefined],
  ] as const) {
    const topics = [name === 'C' ? 't7' : 'other']
    const { record } = await engine.create(dated, { name, dueDate, topics, ...(pages && { pages }) }, editor)
    await engine.transition(dated, record.id, 1, { transition: 'file' }, editor)
  }
})
afterAll(() => library.close())

const names = async (query: ListQuery): Promise<unknown[]> =>
  (await engine.list(dated, query, editor)).items.map(({ data }) => data['name'])

it('lists what is due before each of several dates, in the order of the first', async () => {
  expect(await names({ filters: { dueBefore: ['2027-01-31'] } })).toEqual(['A', 'B', 'D'])
  expect(await names({ filters: { dueBefore: ['2027-01-31'], thrownBefore: ['2027-01-15'] } })).toEqual(['A'])
  expect(await names({ filters: { thrownBefore: ['2027-01-31'], dueBefore: ['2027-02-02'] } })).toEqual(['A', 'C', 'B'])
  expect(await names({ filters: { dueBefore: ['2027-01-31'], thrownBefore: ['2027-01-31'] }, q: 'B' })).toEqual([])
  expect(await names({ filters: { dueBefore: ['2027-01-31'], thrownBefore: ['2027-01-31'] }, q: 'P-2' })).toEqual(['B'])
})

it('finds what has one of more values than there are lists walked at once', async () => {
  const topic = Array.from({ length: 30 }, (_, at) => `t${at}`)
  expect(await names({ filters: { topic } })).toEqual(['C'])
})

it('shows a revision that was and the one that was in force, and says when there was none', async () => {
  const [first] = (await engine.list(dated, {}, editor)).items
  const id = first!.id
  expect((await engine.get(dated, id, editor, { revision: 1 })).record.state).toBe('draft')
  expect((await engine.get(dated, id, editor, { asOf: '2027-01-01T00:00:00.000Z' })).record.state).toBe('filed')
  await expect(engine.get(dated, id, editor, { revision: 9 })).rejects.toMatchObject({
    extra: { reason: 'no-revision' },
  })
  await expect(engine.get(dated, id, editor, { asOf: '2020-01-01T00:00:00.000Z' })).rejects.toMatchObject({
    extra: { reason: 'not-in-force' },
  })
})
