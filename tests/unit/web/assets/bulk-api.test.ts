import { afterEach, describe, expect, it, vi } from 'vitest'
import { viewOf } from '../../../../web/lists/view.ts'
import { assetList } from '../../../../web/assets/list/view.ts'
import { runBulk, selectOf, type BulkResult } from '../../../../web/assets/bulk/bulk-api.ts'

const chosen = {
  count: 2,
  ids: ['equ_1', 'equ_2'],
  all: false,
  has: () => true,
  choose() {},
  chooseAll() {},
  clear() {},
}
const item = (id: string, status: 'changed' | 'unchanged' | 'refused') => ({ id, kind: 'equipment', status })

afterEach(() => vi.unstubAllGlobals())

function answering(...answers: object[]): { bodies: unknown[] } {
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    bodies.push(JSON.parse(String(init.body)))
    return Promise.resolve(new Response(JSON.stringify(answers[bodies.length - 1]), { status: 200 }))
  })
  return { bodies }
}

describe('what a change is made to', () => {
  it('is the chosen ids, or everything that the list finds', () => {
    const view = viewOf(assetList, { state: 'storage,missing', sort: 'name' })
    expect(selectOf(chosen, view)).toEqual({ ids: ['equ_1', 'equ_2'] })
    expect(selectOf({ ...chosen, all: true }, view)).toEqual({ query: { state: 'storage,missing' } })
  })
})

describe('a change of many', () => {
  it('goes on until nothing is left and adds up what came of it', async () => {
    const { bodies } = answering(
      {
        counts: { changed: 1, unchanged: 1, refused: 0 },
        items: [item('a', 'changed'), item('b', 'unchanged')],
        next: 'n',
      },
      { counts: { changed: 0, unchanged: 0, refused: 1 }, items: [item('c', 'refused')] },
    )
    const parts: BulkResult[] = []
    const result = await runBulk(
      '/api/assets/bulk',
      { change: {} },
      true,
      (part) => parts.push(part),
      new AbortController().signal,
    )
    expect(result.counts).toEqual({ changed: 1, unchanged: 1, refused: 1 })
    expect(result.items.map(({ id }) => id)).toEqual(['a'])
    expect(result.refused.map(({ id }) => id)).toEqual(['c'])
    expect(bodies).toEqual([
      { change: {}, dryRun: true },
      { change: {}, dryRun: true, cursor: 'n' },
    ])
    expect(parts).toHaveLength(2)
  })
})
