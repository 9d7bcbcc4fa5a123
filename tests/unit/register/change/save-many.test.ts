import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine } from '../../../../functions/register/engine.ts'
import { defineKind } from '../../../../functions/register/kind.ts'
import { verifyStore } from '../../../../functions/register/seal/verify.ts'
import { openLibrary, sha256, type Library } from '../library.ts'
import { clerk, editor, northern, paper, person, reader, type Paper } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

const saved = (items: Parameters<typeof library.engine.saveMany<Paper>>[1], actor = editor, managed = false) =>
  library.engine.saveMany(paper, items, actor, { managed })
const revisionsOf = async (id: string) => (await library.engine.revisions(paper, id, editor)).items.length

describe('saving many records', () => {
  it('creates, changes and leaves alone, each with its own answer and history', async () => {
    const { record: old } = await library.add({ name: 'Gammal', sources: [] })
    const { record: same } = await library.add({ name: 'Samma' })
    const results = await saved([
      { data: { name: 'Ny', sources: [old.id, same.id] }, comment: 'ur filen' },
      { id: old.id, revision: 1, data: { name: 'Ändrad', sources: [same.id] } },
      { id: same.id, data: { name: 'Samma' } },
      { id: same.id, data: () => undefined },
      { id: 'pap_given', data: { name: 'Given' } },
      { id: 'pap_late', revision: 3, data: { name: 'Saknas' } },
    ])
    expect(results.map(({ status }) => status)).toEqual([
      'created',
      'updated',
      'unchanged',
      'unchanged',
      'created',
      'refused',
    ])
    expect(await revisionsOf(same.id)).toBe(1)
    expect(await revisionsOf(old.id)).toBe(2)
    const hits = await library.engine.list(paper, { q: 'gammal' }, editor)
    expect(hits.items.map(({ data }) => data['name'])).toEqual(['Ny'])
    expect((await verifyStore(library.store, [paper], sha256)).faults).toEqual([])
  })

  it('tells what the data becomes from the record as it is', async () => {
    const { record } = await library.add({ name: 'Räknad', pages: 4 })
    const add = (before: { data: Paper } | undefined) => ({ ...before?.data, pages: (before?.data.pages ?? 0) + 1 })
    const results = await saved([
      { id: record.id, data: add },
      { id: 'pap_new', data: add },
    ])
    expect(results).toMatchObject([{ record: { data: { pages: 5 } } }, { record: { data: { pages: 1 } } }])
  })

  it('makes nothing twice when it is run again', async () => {
    const { record } = await library.add({ name: 'Källa' })
    const sources = [record.id]
    const items = Array.from({ length: 230 }, (_, at) => ({ id: `pap_${at}`, data: { name: `Blad ${at}`, sources } }))
    await saved(items.slice(0, 150))
    const again = await saved(items)
    expect(again.map(({ status }) => status)).toEqual(items.map((_, at) => (at < 150 ? 'unchanged' : 'created')))
    expect((await library.pages({}, editor)).flat()).toHaveLength(231)
  })

  it('refuses one without standing in the way of the others', async () => {
    const { record } = await library.file({ name: 'Arkiverad' })
    const { record: draft } = await library.add({ name: 'Utkast', secret: 'gömt' })
    const results = await saved(
      [
        { data: { name: 'forbidden' } },
        { data: { name: 'Rest' }, comment: 'forbidden' },
        { data: { name: 1 } },
        { data: { sources: ['pap_nowhere'] } },
        { data: { name: 'Mitt', filedBy: 'jag' } },
        { data: { name: 'Rakt in' }, state: 'filed' },
        { id: record.id, data: { name: 'Ny' } },
        { id: draft.id, revision: 7, data: { name: 'Ny' } },
        { id: draft.id, data: { name: 'Utkast', secret: 'läst' } },
        { data: { code: 'ett' } },
        { data: { code: 'ett' } },
      ],
      clerk,
    )
    expect(results.map((result) => (result.status === 'refused' ? result.error.code : result.status))).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'forbidden',
      'invalid',
      'transition-refused',
      'revision-conflict',
      'forbidden',
      'created',
      'already-exists',
    ])
  })

  it('follows the policy', async () => {
    const { record } = await library.add({ name: 'Söderut', unitId: 'south' })
    const { record: filed } = await library.file({ name: 'Läsbar', unitId: 'south' })
    const codes = async (actor = northern) =>
      (
        await saved([{ id: record.id, data: {} }, { id: filed.id, data: {} }, { data: { unitId: 'south' } }], actor)
      ).map((result) => result.status === 'refused' && result.error.code)
    expect(await codes()).toEqual(['not-found', 'forbidden', 'forbidden'])
    expect(await codes(reader)).toEqual(['not-found', 'forbidden', 'forbidden'])
  })

  it('lets the product fill in its own side and choose the state, and nothing else', async () => {
    const { record } = await library.add({ name: 'Utkast' })
    const results = await saved(
      [
        { data: { name: 'Ny', filedBy: 'källan' }, state: 'revision' },
        { id: record.id, data: { name: 'Utkast', filedBy: 'källan' }, state: 'revision' },
        { id: record.id, data: { name: 'Utkast' }, state: 'nowhere' },
        { id: 'pap_x', data: { name: 'Ny', unitId: 'south' } },
      ],
      northern,
      true,
    )
    expect(results.map((result) => (result.status === 'refused' ? result.error.code : result.status))).toEqual([
      'forbidden',
      'not-found',
      'invalid',
      'forbidden',
    ])
    const [created, updated] = await saved(
      [
        { data: { name: 'Ny', filedBy: 'källan' }, state: 'revision' },
        { id: record.id, data: { name: 'Utkast', filedBy: 'källan' }, state: 'revision' },
      ],
      editor,
      true,
    )
    expect([created, updated]).toMatchObject([
      { status: 'created', record: { state: 'revision', data: { filedBy: 'källan' } } },
      { status: 'updated', record: { state: 'revision', revision: 2, data: { filedBy: 'källan' } } },
    ])
  })

  it('numbers new records without a gap and dates nothing before what it follows', async () => {
    const numbered = defineKind<Paper>({ ...paper, number: { ...paper.number!, when: 'created' } })
    const engine = createEngine({ ...library.options, kinds: [numbered] })
    const items = Array.from({ length: 120 }, (_, at) => ({ data: { name: `Blad ${at}` } }))
    const results = await engine.saveMany(numbered, items, editor)
    const numbers = results.map((result) => (result.status === 'created' ? Number(result.record.number?.slice(2)) : 0))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
    const [first] = results
    library.at('2026-11-20T10:00:00Z')
    const [later] = await saved([{ id: (first as { record: { id: string } }).record.id, data: { name: 'Senare' } }])
    expect(later).toMatchObject({ record: { updatedAt: '2026-11-21T10:00:00.000Z' } })
  })

  it('fails as a whole at what is no answer to a record', async () => {
    const fault = () => {
      throw new TypeError('a fault of ours')
    }
    await expect(saved([{ data: fault }])).rejects.toThrow('a fault of ours')
  })
})

describe('getting many records', () => {
  const readLog = async () => (await library.store.query('readlog#2026-11-21')).items.map(({ body }) => body)

  it('gives those that the caller may read, as they see them, and logs the reading of secrets once', async () => {
    const { record: plain } = await library.add({ name: 'Öppen' })
    const { record: one } = await library.add({ name: 'Hemlig', secret: 'gömt' })
    const { record: two } = await library.add({ name: 'Också', secret: 'dolt' })
    const ids = [two.id, plain.id, 'pap_nowhere', one.id, two.id]
    const read = await library.engine.getMany(paper, ids, editor)
    expect(read.map(({ data }) => data.secret)).toEqual(['dolt', undefined, 'gömt'])
    expect(await readLog()).toMatchObject([{ by: 'editor', ids: [two.id, one.id], fields: ['secret'] }])
    const masked = await library.engine.getMany(paper, ids, clerk)
    expect(masked.map(({ data }) => data.secret)).toEqual([{ secrecy: 'OSL 18:8' }, undefined, { secrecy: 'OSL 18:8' }])
    expect(await library.engine.getMany(paper, ids, person('nobody'))).toEqual([])
    expect(await library.engine.getMany(paper, ids, { ...editor, system: true })).toHaveLength(3)
    expect(await readLog()).toHaveLength(1)
  })

  it('fails when a record lacks the revision that its head names', async () => {
    const { record } = await library.add({ name: 'Skadad' })
    await library.store.commit([{ delete: { pk: `paper#${record.id}`, sk: 'rev#00000001' } }], 'broken')
    await expect(library.engine.getMany(paper, [record.id], editor)).rejects.toThrow('lacks its revision 1')
  })
})
