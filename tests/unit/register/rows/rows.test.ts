import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RegisterError } from '../../../../functions/register/errors.ts'
import { load } from '../../../../functions/register/read/load.ts'
import { rowsOf } from '../../../../functions/register/rows/rows.ts'
import { verifyStore } from '../../../../functions/register/seal/verify.ts'
import type { Item } from '../../../../functions/store/store.ts'
import { openLibrary, sha256, type Library } from '../library.ts'
import { editor, paper, type Paper } from '../paper.ts'

/** For machines that have much else to do. */
const slowMs = 60_000

type Step = { transition: string } | { data: Paper }

let library: Library
let histories = 0

beforeAll(() => {
  library = openLibrary()
})
afterAll(() => library.close())

const moves = ['number', 'file', 'revise', 'discard', 'propose', 'close', 'giveAway']
const data: fc.Arbitrary<Paper> = fc.record(
  {
    name: fc.constantFrom('Plan', 'plan för vård', 'Ö', 'a b c', 'ord '.repeat(50)),
    code: fc.constantFrom('one', 'two', 'tre 3'),
    shelf: fc.constantFrom('red', 'green', 'blue'),
    unitId: fc.constantFrom('north', 'south'),
    topics: fc.subarray(['a', 'b', 'c']),
    sources: fc.subarray(['self', 'first', 'second']),
    secret: fc.constantFrom('gömt', 'dolt'),
    dueDate: fc.constantFrom('2027-01-01', '2027-02-01'),
    secrecyMarks: fc.constantFrom(
      [{ fieldPath: '/sources/0', provision: '18:8' }],
      [{ fieldPath: 'name', provision: '18:8' }],
      [],
    ),
  },
  { requiredKeys: [] },
)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ data }),
    fc.constantFrom(...moves).map((transition) => ({ transition })),
  ),
  { maxLength: 12 },
)

/** Everything stored but heads, revisions and what belongs to no record. */
async function derivedRows(): Promise<Item[]> {
  const items: Item[] = []
  for (let after: string | undefined; ;) {
    const page = await library.store.scan(after)
    items.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  return items.filter(({ pk, sk }) => /^(list|word|exact|secretexact|due|unique)#/.test(pk) || sk.startsWith('in#'))
}

const byKey = (a: { pk: string; sk: string }, b: { pk: string; sk: string }): number =>
  `${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1

it('leaves exactly the rows of the last snapshot, whatever the history', { timeout: slowMs }, async () => {
  const first = (await library.file({ name: 'first' })).record.id
  const second = (await library.file({ name: 'second' })).record.id
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { id } = (await library.add({ name: 'Plan' })).record
      const codes = `${histories++}`
      for (const step of history) {
        const named = { self: id, first, second }
        const change =
          'data' in step
            ? library.change(id, {
                ...step.data,
                ...(step.data.code && { code: `${step.data.code} ${codes}` }),
                ...(step.data.sources && { sources: step.data.sources.map((name) => named[name as 'self']) }),
              })
            : library.move(id, step.transition, editor, step.transition === 'propose' ? { why: 'old' } : undefined)
        await change.catch((error: RegisterError) => expect(error.code).toMatch(/transition-refused/))
      }
      const loaded = await load(library.store, paper, id)
      const expected = rowsOf(paper, loaded?.snapshot)
      const stored = (await derivedRows()).filter(({ sk, body }) => sk.includes(id) || body === id)
      expect(stored.sort(byKey)).toEqual(expected.map(({ unique: _unique, ...row }) => row).sort(byKey))
    }),
    { numRuns: 40 },
  )
  const report = await verifyStore(library.store, [paper], sha256)
  expect(report.faults).toEqual([])
  expect(report.records).toBe(histories + 2)
})

it('writes no row when nothing that a row says has changed', async () => {
  const { record } = await library.add({ name: 'Samma', topics: ['a'] })
  const rows = (): Promise<Item[]> => derivedRows().then((all) => all.filter(({ sk }) => sk.includes(record.id)))
  const before = await rows()
  await library.change(record.id, { name: 'Samma', topics: ['b', 'c'], pages: 7 })
  expect(await rows()).toEqual(before)
})
