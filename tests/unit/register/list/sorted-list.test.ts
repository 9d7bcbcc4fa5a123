import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine } from '../../../../functions/register/engine.ts'
import { pack } from '../../../../functions/register/rows/pack.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper, person } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

describe('a list in another order', () => {
  it('asks to be narrowed when there is too much to sort', async () => {
    const rows = 2001
    const store = {
      ...library.store,
      query: async () => ({
        items: Array.from({ length: 250 }, (_, at) => ({ pk: 'x', sk: `${queries++}-${at}#id`, body })),
        next: 'more',
      }),
    }
    const body = `|${pack([undefined, 1, 'filed', 1], '')}`
    let queries = 0
    const engine = createEngine({ ...library.options, store })
    await expect(engine.list(paper, { sort: 'pages' }, person('x'))).rejects.toMatchObject({
      code: 'limit-exceeded',
      extra: { reason: 'narrow-list', params: { maximum: rows - 1 } },
    })
  })

  it('puts numbers by size, names in Swedish order and what is absent last', async () => {
    await Promise.all(
      [{ pages: 10 }, { pages: 9 }, {}, { pages: 100 }].map((data, at) => library.file({ name: `${at}`, ...data })),
    )
    const sorted = async (sort: string): Promise<unknown[]> =>
      (await library.engine.list(paper, { sort }, editor)).items.map(({ data }) => data['pages'])
    expect(await sorted('pages')).toEqual([9, 10, 100, undefined])
    expect(await sorted('-pages')).toEqual([undefined, 100, 10, 9])
  })
})
