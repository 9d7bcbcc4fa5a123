import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../functions/register/actor.ts'
import { queryWords, wordsOf } from '../../../../functions/register/rows/words.ts'
import { verifyStore } from '../../../../functions/register/seal/verify.ts'
import { openLibrary, sha256, type Library } from '../library.ts'
import { clerk, editor, paper, person, product, reader } from '../paper.ts'

/** Reads the secrets of the north alone. */
const archivist = person('archivist', ['editor', 'secretary'], 'north')
const vocabulary = ['server', 'servett', 'pc', 'pcx', 'pcz', 'ö', 'östra', 'segment', '00017', 'b']

let library: Library
const papers: { id: string; open: string[]; secret: string[]; unitId: string; filed: boolean }[] = []

beforeAll(async () => {
  library = openLibrary()
  const pick = (seed: number, many: number): string[] =>
    Array.from({ length: many }, (_, at) => vocabulary[(seed * 7 + at * at * 3 + at * seed) % vocabulary.length]!)
  for (let at = 0; at < 100; at++) {
    const unitId = at % 3 ? 'north' : 'south'
    const secret = at % 4 === 0 ? undefined : pick(at * 5 + 1, 1 + (at % 3)).join('-')
    const { record } = await library.add({ name: pick(at, 1 + (at % 2)).join(' '), unitId, ...(secret && { secret }) })
    const filed = at % 9 !== 0
    const numbered = filed ? (await library.move(record.id, 'file')).record : record
    const open = wordsOf(`${numbered.number ?? ''} ${numbered.data.name}`)
    papers.push({ id: record.id, open, secret: wordsOf(secret ?? ''), unitId, filed })
  }
})
afterAll(() => library.close())

/** What was logged last. */
const logged = async () =>
  (await library.store.query('readlog#2026-11-21', { reverse: true, limit: 10 })).items.map(({ body }) => body)

function expected(q: string, actor: Actor): string[] {
  const all = actor === editor || actor === product
  const reads = (unitId: string): boolean => all || (actor === archivist && unitId === 'north')
  return papers
    .filter(({ filed }) => filed)
    .filter(({ open, secret, unitId }) =>
      queryWords(q).every((word) => {
        const isSecret = word.length > 1 && reads(unitId) && secret.some((one) => one.startsWith(word))
        return open.some((one) => one.startsWith(word)) || isSecret
      }),
    )
    .map(({ id }) => id)
    .toSorted()
}

/** For machines that have much else to do. */
const slowMs = 60_000

describe('a search for words in secret fields', () => {
  const filters = { state: ['filed'] }
  const questions = ['pc', 'pcx', 'server pc', 'serv 00017', 'segment', 'östra pcz server', 'pc b', 'xyz pc', '0001']

  it.each(questions)(
    'finds "%s" for those who read them and for nobody else, each once',
    { timeout: slowMs },
    async (q) => {
      for (const actor of [editor, archivist, clerk, reader, product]) {
        for (const limit of [2, 200]) {
          const found = (await library.pages({ q, limit, filters }, actor)).flat().map(({ id }) => id)
          expect(found.toSorted()).toEqual(expected(q, actor))
        }
      }
    },
  )

  it('finds the whole value first, and says whose secrets were read', async () => {
    const { record } = await library.file({ name: 'Exakt', unitId: 'north', secret: 'AA:BB:01' })
    const other = await library.file({ name: 'Annan', unitId: 'south', secret: 'AA:BB:01' })
    const found = async (actor: Actor) =>
      (await library.engine.list(paper, { q: 'aa:bb:01' }, actor)).items.map(({ id }) => id)
    expect(await found(archivist)).toEqual([record.id])
    expect(await logged()).toContainEqual(
      expect.objectContaining({ by: 'archivist', ids: [record.id], fields: ['secret'] }),
    )
    expect((await found(editor)).toSorted()).toEqual([record.id, other.record.id].toSorted())
    expect(await found(clerk)).toEqual([])
    await library.move(record.id, 'close')
    expect(await found(archivist)).toEqual([])
  })

  it('stands on rows that verify knows', async () => {
    expect((await verifyStore(library.store, [paper], sha256)).faults).toEqual([])
  })
})
