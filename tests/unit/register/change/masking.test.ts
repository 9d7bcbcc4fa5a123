import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../library.ts'
import { clerk, editor, paper, product, reader, type Paper } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

const mask = { secrecy: 'OSL 18:8' }
const logged = async (): Promise<unknown[]> =>
  (await library.store.query('readlog#2026-11-21')).items.map((i) => i.body)
const read = (id: string, actor = clerk, at = {}) => library.engine.get(paper, id, actor, at)
const mark = (fieldPath: string) => [{ fieldPath, provision: '31:16' }]

describe('what is secret', () => {
  it('reads as its provision to those who may not read it, and in clear to those who may', async () => {
    const { record } = await library.file({ name: 'Plan', secret: 'hidden' })
    expect((await read(record.id)).record.data).toMatchObject({ name: 'Plan', secret: mask })
    expect((await read(record.id, editor)).record.data.secret).toBe('hidden')
    expect((await read(record.id, reader)).record.data.secret).toEqual(mask)
  })

  it('is the whole field when something within it is marked', async () => {
    const { record } = await library.file({ name: 'Plan', topics: ['a', 'b'], secrecyMarks: mark('/topics/1/deep') })
    expect((await read(record.id)).record.data.topics).toEqual({ secrecy: 'OSL 31:16' })
  })

  it('takes a mark on a field that is not there, or on none at all, for nothing', async () => {
    const secrecyMarks = [...mark(''), ...mark('/'), ...mark('/toString'), ...mark('/__proto__'), ...mark('/pages')]
    const { record } = await library.file({ name: 'Plan', secrecyMarks })
    expect((await read(record.id)).record.data).toEqual({ name: 'Plan', secrecyMarks, length: 4, filedBy: 'editor' })
  })

  it('is secret in older revisions too once it is marked', async () => {
    const { record } = await library.file({ name: 'Plan', pages: 7 })
    await library.move(record.id, 'revise')
    await library.change(record.id, { name: 'Plan', pages: 8, secrecyMarks: mark('pages') })
    expect((await read(record.id, clerk, { revision: 2 })).record.data.pages).toEqual({ secrecy: 'OSL 31:16' })
    const changes = await library.engine.diff(paper, record.id, 2, 4, clerk)
    expect(changes.map(({ pointer }) => pointer)).toEqual(['/secrecyMarks'])
    const inClear = await library.engine.diff(paper, record.id, 2, 4, editor)
    expect(inClear).toContainEqual({ pointer: '/pages', from: 7, to: 8 })
  })

  it('is in no list, no search, no name and no link', async () => {
    const source = await library.file({ name: 'Källa' })
    const { record } = await library.file({ name: 'Plan', sources: [source.record.id], secret: 'gömd' })
    const hidden = await library.file({
      name: 'Dold',
      sources: [source.record.id],
      secrecyMarks: [...mark('name'), ...mark('sources')],
    })
    const found = async (q: string, actor = editor) =>
      (await library.engine.list(paper, { q }, actor)).items.map(({ id }) => id)
    expect(await found('gömd', clerk)).toEqual([])
    expect(await found('dold')).toEqual([])
    expect((await found('källa')).sort()).toEqual([source.record.id, record.id].sort())
    const [incoming] = await library.engine.links(paper, source.record.id, editor)
    expect(incoming?.items.map(({ id }) => id)).toEqual([record.id])
    expect(await library.engine.links(paper, hidden.record.id, editor)).toEqual([])
    const summary = (await library.engine.list(paper, {}, editor)).items.find(({ id }) => id === hidden.record.id)
    expect(summary?.data).toEqual({})
  })
})

describe('what a save may do to it', () => {
  const draft = async (): Promise<string> =>
    (await library.add({ name: 'Plan', secret: 'hidden', pages: 3, secrecyMarks: mark('/pages') })).record.id
  const stored = async (id: string): Promise<Paper> => (await read(id, product)).record.data

  it('leaves masked values as they are when sent back or left out', async () => {
    const id = await draft()
    const seen = (await read(id)).record.data
    await library.change(id, { ...seen, name: 'Ny plan' }, clerk)
    await library.change(id, { name: 'Nyare plan' }, clerk)
    expect(await stored(id)).toMatchObject({ name: 'Nyare plan', secret: 'hidden', pages: 3 })
  })

  it.each<[string, object]>([
    ['another value', { secret: 'mine' }],
    ['null', { secret: null }],
    ['marks taken away', { secrecyMarks: [] }],
  ])('refuses %s from somebody who may not read it', async (_what, sent) => {
    const id = await draft()
    const [field] = Object.keys(sent)
    await expect(library.change(id, { ...(await read(id)).record.data, ...sent }, clerk)).rejects.toMatchObject({
      code: 'forbidden',
      extra: { pointer: `/${field}` },
    })
  })

  it('lets those who read it change it and lift its mark', async () => {
    const id = await draft()
    await library.change(id, { name: 'Plan', secret: 'new', pages: 3, secrecyMarks: [] })
    expect((await read(id)).record.data).toMatchObject({ secret: mask, pages: 3 })
  })

  it.each([null, 'me', 0])('refuses %j for what only transitions write', async (filedBy) => {
    const id = await draft()
    const sent = { name: 'Plan', filedBy } as unknown as Paper
    await expect(library.change(id, sent)).rejects.toMatchObject({ code: 'forbidden', extra: { pointer: '/filedBy' } })
    await expect(library.add(sent)).rejects.toMatchObject({ code: 'forbidden', extra: { pointer: '/filedBy' } })
    const { record } = await library.file({ name: 'Plan' })
    await library.move(record.id, 'revise')
    await expect(library.change(record.id, sent)).rejects.toMatchObject({ extra: { pointer: '/filedBy' } })
    expect((await library.change(record.id, { name: 'P', filedBy: 'editor' })).record.data.filedBy).toBe('editor')
  })

  it.each([[null], ['text'], [[]], [7]])('says that %j is no data', async (sent) => {
    const id = await draft()
    await expect(library.change(id, sent as unknown as Paper)).rejects.toMatchObject({ code: 'invalid' })
    await expect(library.add(sent as unknown as Paper)).rejects.toMatchObject({ code: 'invalid' })
  })

  it.each(['__proto__', 'constructor', 'toString'])('knows no field %s', async (name) => {
    const { record } = await library.add({ name: 'Plan' })
    const sent = JSON.parse(`{"name":"Plan","${name}":{"filedBy":"me"}}`) as Paper
    const refused = { code: 'invalid', extra: { errors: [{ pointer: `/${name}`, code: 'unknown-field' }] } }
    await expect(library.add(sent)).rejects.toMatchObject(refused)
    await expect(library.change(record.id, sent)).rejects.toMatchObject(refused)
  })
})

describe('the read log', () => {
  it('has a row for each request that shows secret fields in clear', async () => {
    const { record } = await library.add({ name: 'Plan', secret: 'hidden' })
    await read(record.id, clerk)
    await read(record.id, product)
    expect(await logged()).toEqual([])
    await read(record.id, editor)
    await read(record.id, editor, { revision: 1 })
    const row = { at: '2026-11-21T10:00:00.000Z', by: 'editor', kind: 'paper', ids: [record.id], fields: ['secret'] }
    expect(await logged()).toEqual([row, row])
  })

  it('has a row for a comparison and for a move, in the same commit', async () => {
    const { record } = await library.add({ name: 'Plan', secret: 'hidden' })
    await library.move(record.id, 'number')
    expect(await logged()).toHaveLength(1)
    await library.engine.diff(paper, record.id, 1, 2, editor)
    expect(await logged()).toHaveLength(2)
    await library.move(record.id, 'giveAway', clerk)
    expect(await logged()).toHaveLength(2)
  })
})
