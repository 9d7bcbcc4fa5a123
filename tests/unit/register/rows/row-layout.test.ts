import { describe, expect, it } from 'vitest'
import { allKinds } from '../../../../functions/kinds.ts'
import { decodeRowBody, rowEncoder } from '../../../../functions/register/rows/row-body.ts'
import { paper } from '../paper.ts'
import stored from './row-fields.json' with { type: 'json' }

const fields = new Map(Object.entries<readonly string[]>(stored))
const record = {
  id: 'pap_1',
  kind: 'paper',
  revision: 3,
  state: 'draft',
  data: { name: 'Plan', code: 'ett', shelf: 'red' },
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'per_1',
  updatedAt: '2026-02-01T00:00:00.000Z',
  updatedBy: 'per_1',
}
const sk = 'plan#pap_1'
const kindWith = (summary: string[]) => ({ ...paper, summary, facets: () => ({}) })
const written = (summary: string[]) => {
  const body = { record, facets: {}, text: 'Plan ett' } as never
  return { pk: 'list#pap~work#all', sk, body: rowEncoder(kindWith(summary), body)(sk) }
}
const read = (summary: string[], row: ReturnType<typeof written>) => decodeRowBody(kindWith(summary), row)

describe('the layout of stored rows', () => {
  it.each(allKinds.map(({ name, summary }) => ({ name, summary })))(
    'has the fields of $name in the places that row-fields.json gives them, where a new one is added last',
    ({ name, summary }) => {
      expect(fields.get(name)).toEqual(summary)
    },
  )

  it('gives what a row of the release before says, without the field that it did not know', () => {
    const row = written(['name', 'code'])
    expect(read(['name', 'code', 'shelf'], row)).toMatchObject({
      text: 'Plan ett',
      record: { data: { name: 'Plan', code: 'ett' } },
    })
  })

  it('gives what a row of the release after says, when that is taken back', () => {
    const row = written(['name', 'code', 'shelf'])
    const { record: found, text } = read(['name', 'code'], row)
    expect({ found, text }).toEqual({ found: { ...record, data: { name: 'Plan', code: 'ett' } }, text: 'Plan ett' })
  })
})
