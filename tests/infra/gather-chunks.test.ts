import type { Metafile } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { gatherChunks } from '../../infra/gather-chunks.ts'

type Output = Metafile['outputs'][string]

/** A file of a split bundle: an entry has a source of its own, a shared file the sources that its name tells. */
function file(name: string, bytes: number, imports: string[] = [], later: string[] = []): [string, Output] {
  const isEntry = !name.startsWith('c-')
  const parts = [
    ...imports.map((path) => ({ path: `${path}.js`, kind: 'import-statement' as const })),
    ...later.map((path) => ({ path: `${path}.js`, kind: 'dynamic-import' as const })),
  ]
  const inputs = { [`${name}.ts`]: { bytesInOutput: bytes } }
  return [`${name}.js`, { bytes, inputs, imports: parts, exports: [], ...(isEntry && { entryPoint: `${name}.ts` }) }]
}

function gather(...files: [string, Output][]): { [entry: string]: string[] } {
  const gathered = gatherChunks(Object.fromEntries(files))
  return Object.fromEntries([...gathered].map(([entry, sources]) => [entry, sources.toSorted()]))
}

const app = file('app', 1000, [], ['list', 'record'])

describe('the files of a split bundle', () => {
  it('become one when all who have one have the other', () => {
    const small = file('c-small', 300, ['c-large'])
    const list = file('list', 500, ['c-small'])
    const record = file('record', 500, ['c-small', 'c-large'])
    const sources = ['c-large.ts', 'c-small.ts']
    expect(gather(app, list, record, small, file('c-large', 9000))).toEqual({
      'list.ts': sources,
      'record.ts': sources,
    })
  })

  it('become one when the few bytes that somebody does not need weigh less than one more file', () => {
    const list = file('list', 500, ['c-both'])
    const record = file('record', 500, ['c-both', 'c-few'])
    const sources = ['c-both.ts', 'c-few.ts']
    expect(gather(app, list, record, file('c-both', 3000), file('c-few', 100))).toEqual({
      'list.ts': sources,
      'record.ts': sources,
    })
  })

  it('stay apart when somebody then loads much in vain', () => {
    const list = file('list', 500, ['c-both'])
    const record = file('record', 500, ['c-both', 'c-much'])
    expect(gather(app, list, record, file('c-both', 3000), file('c-much', 3000))).toEqual({
      'list.ts': ['c-both.ts'],
      'record.ts': ['c-both.ts', 'c-much.ts'],
    })
  })

  it('stay apart when one brings a third file with it that somebody does not have', () => {
    const list = file('list', 500, ['c-both'])
    const record = file('record', 500, ['c-both', 'c-few', 'c-much'])
    const few = file('c-few', 100, ['c-much'])
    expect(gather(app, list, record, file('c-both', 3000), few, file('c-much', 3000))['list.ts']).toEqual(['c-both.ts'])
  })

  it('are there for a part of a page when the page has them', () => {
    const record = file('record', 500, ['c-page'], ['part'])
    const part = file('part', 500, ['c-part'])
    const list = file('list', 500)
    const gathered = gather(app, list, record, part, file('c-page', 9000), file('c-part', 100))
    expect(gathered['part.ts']).toEqual(['c-page.ts', 'c-part.ts'])
    expect(gathered['list.ts']).toBeUndefined()
  })
})
