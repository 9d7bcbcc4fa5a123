import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper, reader } from '../paper.ts'

let library: Library
const day = (date: number, time = '12:00:00.000'): string => `2026-11-${String(date).padStart(2, '0')}T${time}Z`

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

const names = async (asOf: string, more = {}): Promise<unknown[]> =>
  (await library.engine.list(paper, { asOf, ...more }, reader)).items.map(({ data }) => data['name'])
const nameAt = async (id: string, asOf: string): Promise<string | undefined> =>
  (await library.engine.get(paper, id, reader, { asOf })).record.data.name

/** A paper filed on the 2nd, filed anew with another name on the 4th, closed on the 6th. */
async function closed(): Promise<string> {
  library.at(day(1))
  const { id } = (await library.add({ name: 'Första', shelf: 'red' })).record
  library.at(day(2))
  await library.move(id, 'file')
  library.at(day(3))
  await library.move(id, 'revise')
  await library.change(id, { name: 'Andra', shelf: 'green', filedBy: 'editor' })
  library.at(day(4))
  await library.move(id, 'file')
  library.at(day(6))
  await library.move(id, 'close')
  return id
}

describe('what was in force', () => {
  it('follows when it was filed and closed, to the millisecond', async () => {
    const id = await closed()
    await expect(nameAt(id, day(2, '11:59:59.999'))).rejects.toMatchObject({ extra: { reason: 'not-in-force' } })
    expect(await nameAt(id, day(2))).toBe('Första')
    expect(await nameAt(id, day(4, '11:59:59.999'))).toBe('Första')
    expect(await nameAt(id, day(4))).toBe('Andra')
    await expect(nameAt(id, day(6))).rejects.toMatchObject({ code: 'not-found' })
    expect(await Promise.all([1, 2, 4, 6].map((date) => names(day(date))))).toEqual([[], ['Första'], ['Andra'], []])
  })

  it('is listed by what it was then: filters, words and order', async () => {
    await closed()
    expect(await names(day(3), { filters: { shelf: ['red'] } })).toEqual(['Första'])
    expect(await names(day(5), { filters: { shelf: ['red'] } })).toEqual([])
    expect(await names(day(3), { q: 'för' })).toEqual(['Första'])
    expect(await names(day(5), { q: 'för' })).toEqual([])
    library.at(day(3))
    await library.file({ name: 'Anka', pages: 7 })
    await library.file({ name: 'Bok', pages: 3, shelf: 'blue' })
    expect(await names(day(5))).toEqual(['Andra', 'Anka'])
    expect(await names(day(5), { sort: '-name' })).toEqual(['Anka', 'Andra'])
    expect(await names(day(5), { sort: 'pages' })).toEqual(['Anka', 'Andra'])
    expect((await library.engine.list(paper, { asOf: day(5) }, editor)).items).toHaveLength(3)
  })

  it('is the last of several filed in the same millisecond', async () => {
    const { id } = (await library.file({ name: 'Ett' })).record
    for (const name of ['Två', 'Tre']) {
      await library.move(id, 'revise')
      await library.change(id, { name, filedBy: 'editor' })
      await library.move(id, 'file')
    }
    expect(await nameAt(id, '2026-11-21T10:00:00.000Z')).toBe('Tre')
  })

  it('is the later revision even when a server’s clock went backwards between them', async () => {
    const id = await closed()
    library.at(day(5))
    const { id: other } = (await library.file({ name: 'Ny' })).record
    library.at(day(1))
    await library.move(other, 'revise')
    await library.change(other, { name: 'Nyare', filedBy: 'editor' })
    expect((await library.move(other, 'file')).record.updatedAt).toBe(day(5))
    expect(await nameAt(other, day(5))).toBe('Nyare')
    await expect(nameAt(id, day(6))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes on where one request has looked far enough back', async () => {
    library.at(day(10))
    await Promise.all(Array.from({ length: 620 }, (_, at) => library.file({ name: `Blad ${at}` })))
    const empty = await library.engine.list(paper, { asOf: day(9) }, reader)
    expect(empty.items).toEqual([])
    expect(empty.next).toBeDefined()
    expect((await library.pages({ asOf: day(9) }, reader)).flat()).toEqual([])
    expect((await library.pages({ asOf: day(10), limit: 200 }, reader)).flat()).toHaveLength(620)
  }, 60_000)
})
