import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../functions/register/actor.ts'
import type { ListQuery, Summary } from '../../../../functions/register/api.ts'
import { openLibrary, type Library } from '../library.ts'
import { clerk, editor, northern, paper, person, product, reader, type Paper } from '../paper.ts'

/** For machines that have much else to do. */
const slowMs = 60_000

const count = 120
const names = ['Ålder', 'akt', 'Ärende', 'ÖVRIGT', 'Beslut', 'beslut', 'Çelik', 'Zebra 2', 'zebra 10', '']
const shelves = ['red', 'green', 'blue', undefined] as const
let library: Library

beforeAll(async () => {
  library = openLibrary()
  const random = (below: number, at: number) => (at * 7919 + 13) % below
  await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const shelf = shelves[random(4, at)]
      const data: Paper = {
        name: `${names[random(10, at + 1)]} ${at % 3}`,
        pages: random(30, at),
        unitId: ['root', 'north', 'south'][at % 3] as string,
        topics: [`t${at % 2}`, `t${at % 5}`],
        ...(shelf && { shelf }),
        ...(at % 4 === 0 && { dueDate: `2027-0${1 + (at % 7)}-15` }),
      }
      const { record } = await library.add(data)
      if (at % 5 > 0) await library.move(record.id, 'file')
      if (at % 5 === 3) await library.move(record.id, 'revise')
      if (at % 5 === 3 && at % 2) await library.change(record.id, { ...data, filedBy: 'editor', name: `Ny ${at}` })
      if (at % 5 === 4 && at % 3 === 0) await library.move(record.id, 'close')
    }),
  )
})
afterAll(() => library.close())

const actors: Actor[] = [editor, clerk, northern, reader, product, person('nobody', ['editor'], 'nowhere')]
const keyOf = ({ id, revision }: Summary): string => `${id} ${revision}`
const flat = (pages: readonly Summary[][]): string[] => pages.flat().map(keyOf)

const filters = fc.constantFrom<NonNullable<ListQuery['filters']>>(
  {},
  { shelf: ['red'] },
  { shelf: ['red', 'green'], topic: ['t0'] },
  { state: ['filed', 'revision', 'draft'] },
  { state: ['closed'] },
  { orgUnit: ['north', 'south'] },
  { orgUnit: ['root'], marked: ['yes'] },
  { orgUnit: ['unknown'] },
  { topic: Array.from({ length: 30 }, (_, at) => `t${at + 1}`) },
  { dueBefore: ['2027-04-15'] },
  { dueBefore: ['2027-06-01'], shelf: ['green'] },
)
const queries = fc.record(
  {
    filters,
    sort: fc.constantFrom('name', '-name', 'pages', '-pages', 'number', '-updatedAt'),
    asOf: fc.constantFrom('2026-11-21T10:00:00.000Z', '2026-11-21T09:59:59.999Z'),
    q: fc.constantFrom('a', 'ny', 'beslut', 'zebra 1', 'å 2', 'P-7', 'p', 't'),
  },
  { requiredKeys: ['filters'] },
)

describe('paging', () => {
  it('lists each record exactly once at any limit, and no page is longer than that', { timeout: slowMs }, async () => {
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...actors),
        async (query, limit, actor) => {
          const whole = flat(await library.pages({ ...query, limit: 200 }, actor))
          const pages = await library.pages({ ...query, limit }, actor)
          expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(limit)
          expect(flat(pages)).toEqual(whole)
          expect(new Set(whole).size).toBe(whole.length)
        },
      ),
      { numRuns: 80 },
    )
  })

  it('gives the same in reverse, backwards, also up to a due date and as of a time', async () => {
    for (const more of [{}, { filters: { dueBefore: ['2027-04-15'] } }, { asOf: '2026-11-21T10:00:00.000Z' }]) {
      const there = flat(await library.pages({ ...more, limit: 7 }, editor))
      const back = flat(await library.pages({ ...more, limit: 3, sort: '-name' }, editor))
      expect(back.toReversed()).toEqual(there)
      expect(there.length).toBeGreaterThan(8)
    }
  })

  it('lists what somebody may see, whole', async () => {
    const listed = (query: ListQuery, actor: Actor) =>
      library.pages({ limit: 200, ...query }, actor).then((p) => p.flat())
    const state = (await listed({ filters: { state: ['closed'] } }, editor)).map((item) => item.state)
    expect(state).toEqual(Array(8).fill('closed'))
    expect(await listed({}, editor)).toHaveLength(count - 8)
    expect(await listed({}, product)).toHaveLength(count - 8)
    const open = await listed({}, reader)
    expect(open.every(({ registeredRevision, data }) => registeredRevision && data['shelf'] !== 'blue')).toBe(true)
    const drafts = await listed({ filters: { state: ['draft'] } }, northern)
    expect(new Set(drafts.map(({ orgUnitId }) => orgUnitId))).toEqual(new Set(['north']))
    expect(drafts).toHaveLength(8)
  })

  it('holds a due date against searches and lists as of a time as well', async () => {
    const dueBefore = ['2027-04-15']
    const due = new Set(flat(await library.pages({ filters: { dueBefore } }, editor)))
    expect(due.size).toBeGreaterThan(8)
    const words = flat(await library.pages({ q: 'beslut' }, editor))
    const both = flat(await library.pages({ q: 'beslut', filters: { dueBefore } }, editor))
    expect(both).toEqual(words.filter((key) => due.has(key)))
    const then = flat(await library.pages({ asOf: '2026-11-21T10:00:00.000Z', filters: { dueBefore } }, editor))
    expect(new Set(then)).toEqual(due)
  })
})

describe('a cursor', () => {
  const encoded = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url')

  it.each<[string, string, ListQuery]>([
    ['is no base64', '%%%', {}],
    ['is no JSON', 'AAAA', {}],
    ['is no object', encoded(7), {}],
    ['is null', encoded(null), {}],
    ['belongs to another list', encoded({ k: 'by', after: 'x' }), {}],
    ['holds a number', encoded({ k: 'at', at: 7 }), {}],
    ['holds an object', encoded({ k: 'q', word: { a: 1 } }), { q: 'beslut' }],
    ['says no position', encoded({ k: 'at' }), {}],
    ['is longer than any position', encoded({ k: 'at', at: 'x'.repeat(1025) }), {}],
    ['holds half a letter', `${btoa('{"k":"at","at":"\\ud800"}')}`, {}],
    ['names a word that is not asked for', encoded({ k: 'q', word: 'akt' }), { q: 'beslut' }],
    ['is of another order', encoded({ k: 'at', at: 'x' }), { sort: 'pages' }],
  ])('is refused when it %s', async (_what, cursor, query) => {
    const asked = library.engine.list(paper, { ...query, cursor }, editor)
    await expect(asked).rejects.toMatchObject({ code: 'malformed', extra: { reason: 'bad-cursor' } })
  })
})

describe('a query', () => {
  it.each<[string, ListQuery['filters'] | undefined, string?]>([
    ['an unknown filter', { size: ['1'] }],
    ['a filter named like a member of every object', { toString: ['1'] } as unknown as ListQuery['filters']],
    ['no value', { shelf: [] }],
    ['a value outside the list', { state: ['gone'] }],
    ['no date', { dueBefore: ['soon'] }],
    ['a date that does not exist', { dueBefore: ['2027-13-01'] }],
    ['an unknown order', undefined, 'shelf'],
  ])('is refused with %s', async (_what, asked, sort) => {
    const query = { ...(asked && { filters: asked }), ...(sort && { sort }) }
    await expect(library.engine.list(paper, query, editor)).rejects.toMatchObject({ code: 'malformed' })
  })
})
