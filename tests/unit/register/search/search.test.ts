import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Summary } from '../../../../functions/register/api.ts'
import { foldAccents } from '../../../../functions/register/rows/sort-key.ts'
import { openLibrary, type Library } from '../library.ts'
import { clerk, editor, paper, reader, type Paper } from '../paper.ts'

/** For machines that have much else to do. */
const slowMs = 60_000

const now = '2026-11-21T10:00:00.000Z'
const stems = ['vård', 'våg', 'vår', 'akut', 'aktiv', 'ö', 'x', 'journal', 'jour', 'Région', 'ﬁl', '112', 'ÅÄÖ', 'va']
const long = 'mycket'.repeat(12)

/** The records as one would search them without rows: every word of the query begins one of the first 30 longer words. */
function found(records: readonly Paper[], q: string): number[] {
  const split = (text: string): string[] =>
    (foldAccents(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 60))
  const asked = [...new Set(split(q))].slice(0, 10)
  if (!asked.some((word) => word.length > 1)) return []
  return records.flatMap(({ name = '', code = '' }, at) => {
    const words = [...new Set([...split(`P-${at + 1}`), ...split(name), ...split(code)])]
    const longer = words.filter((word) => word.length > 1).slice(0, 30)
    const beyond = words.filter((word) => word.length > 1)[30]
    const known = [...longer, ...words.slice(0, beyond ? words.indexOf(beyond) : undefined)]
    return asked.every((word) => known.some((one) => one.startsWith(word))) ? [at] : []
  })
}

describe('a search among 300 records', () => {
  let library: Library
  const records: Paper[] = []

  beforeAll(async () => {
    library = openLibrary()
    const name = fc
      .array(fc.oneof(fc.constantFrom(...stems), fc.stringMatching(/^[a-cå-ö]{1,4}$/)), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '))
    const samples = fc.sample(name, { numRuns: 298, seed: 7 })
    const odd = [Array.from({ length: 40 }, (_, at) => `ord${at}`).join(' '), `${long} ${'å'.repeat(80)} 😀𝒜 x y`]
    records.push(...[...samples, ...odd].map((text) => ({ name: text.slice(0, 400) })))
    for (const data of records) await library.file(data)
  })
  afterAll(() => library.close())

  it(
    'finds what brute force finds, each once, in the register and as of today, at any limit',
    { timeout: slowMs },
    async () => {
      const word = fc.oneof(
        { arbitrary: fc.constantFrom(...stems, 'v', 'vå', 'ak', 'å', 'P-12', long, 'å'.repeat(70)), weight: 3 },
        fc.stringMatching(/^[a-cå-ö]{1,3}$/),
        fc.constantFrom('ord1', 'ord29', 'ord30', 'ord39', '😀', '!?', '#', 'ord3 ord2'),
      )
      const query = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
      await fc.assert(
        fc.asyncProperty(query, fc.integer({ min: 1, max: 60 }), async (q, limit) => {
          const at = ({ number = '' }: Summary): number => Number(number.slice(2)) - 1
          const expected = found(records, q)
          const got = (await library.pages({ q, limit }, reader)).flat().map(at)
          const exact = expected.filter((index) => `p-${index + 1}` === q.trim().toLowerCase())
          if (exact.length > 0) expect(got[0]).toBe(exact[0])
          expect(got.toSorted((a, b) => a - b)).toEqual(expected)
        }),
        { numRuns: 150 },
      )
    },
  )

  it('gives few hits by name, whatever the word', async () => {
    const few = (await library.pages({ q: 'jour', limit: 7 }, reader)).flat().map(({ data }) => String(data['name']))
    expect(few.length).toBeGreaterThan(10)
    expect(few.length).toBeLessThan(200)
    const inOrder = (await library.pages({ limit: 200 }, reader)).flat().map(({ data }) => String(data['name']))
    expect(few).toEqual(inOrder.filter((name) => few.includes(name)))
  })

  it.each(['', ' ', '!?–', '😀', 'x', 'ö å', '#', '\ud800'])('finds nothing by %j alone', async (q) => {
    expect(await library.engine.list(paper, { q }, reader)).toEqual({ items: [] })
    expect((await library.engine.list(paper, { q, asOf: now }, reader)).items.length > 0).toBe(/[xö]/.test(q))
  })

  it('takes a very long query', async () => {
    expect((await library.engine.list(paper, { q: 'å'.repeat(3000) }, reader)).items).toHaveLength(1)
    expect((await library.engine.list(paper, { q: 'a b '.repeat(500) }, reader)).items).toEqual([])
  })
})

describe('a search among many hits', () => {
  let library: Library
  const drafts = 230
  const filed = 240

  beforeAll(async () => {
    library = openLibrary()
    const added = (at: number): Paper => ({ name: `rapport rapporter ${at % 7}`, code: `nr ${at}` })
    await Promise.all(Array.from({ length: drafts }, (_, at) => library.add(added(at))))
    await Promise.all(Array.from({ length: filed }, (_, at) => library.file(added(drafts + at))))
    await library.file({ name: 'rapport', code: 'rapport' })
  })
  afterAll(() => library.close())

  it.each([1, 50, 200])('gives exact ones first, then working copies, then the rest, %i at a time', async (limit) => {
    const pages = await library.pages({ q: 'rapport', limit }, editor)
    const all = pages.flat()
    expect(Math.max(...pages.map((page) => page.length))).toBe(limit)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.map(({ state }) => state)).toEqual([
      'filed',
      ...Array(drafts).fill('draft'),
      ...Array(filed).fill('filed'),
    ])
  })

  it('gives exact ones that fill a page on the first page, the others on the next', async () => {
    const [first = [], ...rest] = await library.pages({ q: 'nr 3', limit: 1 }, editor)
    expect(first.map(({ data }) => data['name'])).toEqual(['rapport rapporter 3'])
    const whole = (await library.pages({ q: 'nr 3', limit: 200 }, editor)).flat()
    expect([...first, ...rest.flat()]).toEqual(whole)
    expect(whole.length).toBeGreaterThan(100)
  })

  it('shows those in force to everybody else', async () => {
    expect((await library.pages({ q: 'rapport', limit: 100 }, reader)).flat()).toHaveLength(filed + 1)
  })

  it('goes on from a page that held nothing the caller may see', async () => {
    const pages = await library.pages({ q: 'rapport', limit: 60, filters: { shelf: ['red'] } }, reader)
    expect(pages.flat()).toEqual([])
    expect((await library.pages({ q: 'rapport', filters: { orgUnit: ['unknown'] } }, reader)).flat()).toEqual([])
  })
})

describe('an exact number', () => {
  let library: Library
  const exact = async (q: string, actor = editor): Promise<string[]> =>
    (await library.engine.list(paper, { q }, actor)).items.map(({ id }) => id)

  beforeAll(() => {
    library = openLibrary()
  })
  afterAll(() => library.close())

  it('finds a draft for who works on it, and nothing of a working copy for who does not', async () => {
    const { record } = await library.file({ name: 'Plan', code: 'one' })
    await library.move(record.id, 'revise')
    await library.change(record.id, { name: 'Plan', code: 'two', filedBy: 'editor' })
    expect(await exact('two')).toEqual([record.id])
    expect(await exact('two', reader)).toEqual([])
    expect(await exact('one', reader)).toEqual([record.id])
    const draft = await library.add({ name: 'Utkast', code: 'three' })
    expect(await exact('THREE', clerk)).toEqual([draft.record.id])
    expect(await exact('three', reader)).toEqual([])
  })

  it('is not found when its field is secret, its record hidden, or it does not meet the filters', async () => {
    await library.file({ name: 'Dold', code: 'four', secrecyMarks: [{ fieldPath: 'code', provision: '18:8' }] })
    expect(await exact('four')).toEqual([])
    const { record } = await library.file({ name: 'Stängd', code: 'five', dueDate: '2027-01-01' })
    const due = { q: 'five', filters: { dueBefore: ['2027-01-01'] } }
    expect((await library.engine.list(paper, due, editor)).items).toEqual([])
    expect(await exact('five')).toEqual([record.id])
    await library.move(record.id, 'close')
    expect(await exact('five')).toEqual([])
  })
})
