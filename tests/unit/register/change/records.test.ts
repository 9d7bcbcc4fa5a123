import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine } from '../../../../functions/register/engine.ts'
import { defineKind } from '../../../../functions/register/kind.ts'
import { openLibrary, type Library } from '../library.ts'
import { clerk, editor, northern, paper, product, reader, type Paper } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

const add = async (data: Paper): Promise<string> => (await library.add(data)).record.id
const get = (id: string, actor = editor, at = {}) => library.engine.get(paper, id, actor, at)

describe('who may do what', () => {
  it('does not let on that there is a draft to who may not read it', async () => {
    const id = await add({ name: 'Plan' })
    const unknown = { code: 'not-found' }
    await expect(get(id, reader)).rejects.toMatchObject(unknown)
    await expect(get('pap_none', editor)).rejects.toMatchObject(unknown)
    await expect(library.change(id, {}, reader)).rejects.toMatchObject(unknown)
    await expect(library.engine.comments(paper, id, reader)).rejects.toMatchObject(unknown)
  })

  it('tells who only reads it that it may not be changed', async () => {
    const { record } = await library.file({ name: 'Plan', unitId: 'south' })
    expect((await get(record.id, northern)).allowed).toEqual([])
    await expect(library.change(record.id, {}, northern)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(library.move(record.id, 'revise', northern)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(library.add({}, reader)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('lets the product itself do everything but break the rules', async () => {
    const id = await add({ unitId: 'south' })
    expect((await get(id, product)).allowed).toEqual(['edit', 'number', 'file', 'giveAway'])
    await expect(library.move(id, 'file', product)).rejects.toMatchObject({
      code: 'transition-refused',
      extra: { missing: [{ pointer: '/name' }] },
    })
  })

  it('says what a caller may do, in the revision they see', async () => {
    const { record } = await library.file({ name: 'Plan' })
    expect((await get(record.id, editor)).allowed).toEqual(['revise', 'propose', 'close'])
    await library.move(record.id, 'revise')
    expect((await get(record.id, editor)).allowed).toEqual(['edit', 'file', 'discard'])
    expect(await get(record.id, reader)).toMatchObject({ allowed: [], missing: [], record: { state: 'filed' } })
  })

  it('answers who has just moved a record out of their reach', async () => {
    const { record } = await library.add({ name: 'Plan', unitId: 'north' }, { ...northern, personId: 'first' })
    const moved = await library.move(record.id, 'giveAway', northern)
    expect(moved).toMatchObject({ record: { orgUnitId: 'south' }, allowed: [] })
    await expect(get(record.id, northern)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a change', () => {
  it('is refused on top of another than the newest revision', async () => {
    const id = await add({ name: 'Plan' })
    await library.change(id, { name: 'Ny' })
    const stale = { code: 'revision-conflict', extra: { currentRevision: 2 } }
    await expect(library.engine.update(paper, id, 1, {}, editor)).rejects.toMatchObject(stale)
    const both = await Promise.allSettled(
      [1, 2].map((at) => library.engine.update(paper, id, 2, { pages: at }, editor)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'revision-conflict', extra: { currentRevision: 3 } },
    })
  })

  it('is refused in a state that is not edited, and a transition from another state or of another name', async () => {
    const { record } = await library.file({ name: 'Plan' })
    await expect(library.change(record.id, {})).rejects.toMatchObject({ extra: { reason: 'not-editable' } })
    await expect(library.move(record.id, 'discard')).rejects.toMatchObject({ extra: { reason: 'wrong-state' } })
    const unknown = { code: 'invalid', extra: { errors: [{ pointer: '/transition', code: 'unknown-code' }] } }
    await expect(library.move(record.id, 'fly')).rejects.toMatchObject(unknown)
    await expect(library.move(record.id, 'toString')).rejects.toMatchObject(unknown)
    await expect(library.move(record.id, 'propose', editor, { why: 'old', more: 1 })).rejects.toMatchObject({
      extra: { errors: [{ pointer: '/more', code: 'unknown-field' }] },
    })
  })

  it('is refused with what the kind refuses, in data and in comments', async () => {
    const refused = (pointer: string) => ({ code: 'invalid', extra: { errors: [{ pointer, code: 'national-id' }] } })
    await expect(library.add({ name: 'forbidden' })).rejects.toMatchObject(refused('/name'))
    const comment = 'forbidden words'
    await expect(library.engine.create(paper, {}, editor, { comment })).rejects.toMatchObject(refused('/comment'))
    const id = await add({ name: 'Plan' })
    await expect(library.engine.update(paper, id, 1, {}, editor, comment)).rejects.toMatchObject(refused('/comment'))
    const move = { transition: 'number', comment }
    await expect(library.engine.transition(paper, id, 1, move, editor)).rejects.toMatchObject(refused('/comment'))
    await expect(library.engine.comment(paper, id, { text: comment }, editor)).rejects.toMatchObject(refused('/text'))
  })

  it('says when more records point at it than are shown', async () => {
    const source = await add({ name: 'Källa' })
    const fileSome = (count: number) =>
      Promise.all(Array.from({ length: count }, (_, n) => library.file({ name: `Plan ${n}`, sources: [source] })))
    await fileSome(500)
    const [all] = await library.engine.links(paper, source, editor)
    expect([all?.items.length, all?.more]).toEqual([500, undefined])
    await fileSome(1)
    const [cut] = await library.engine.links(paper, source, editor)
    expect([cut?.items.length, cut?.more]).toEqual([500, true])
  })

  it('gives up a working copy whole: what it added is gone, what it took away is back', async () => {
    const source = await add({ name: 'Källa' })
    const { record } = await library.file({ name: 'Plan', sources: [source] })
    await library.move(record.id, 'revise')
    await library.change(record.id, { name: 'Ny', pages: 3, filedBy: 'editor' })
    expect((await library.engine.links(paper, source, editor)).length).toBe(0)
    expect((await library.engine.links(paper, record.id, reader)).length).toBe(0)
    const back = await library.move(record.id, 'discard')
    expect(back.record.data).toEqual(record.data)
    expect(await library.engine.links(paper, source, editor)).toMatchObject([
      { direction: 'in', items: [{ id: record.id }] },
    ])
  })
})

describe('history', () => {
  it('tells newest first what each revision was, page by page', async () => {
    const { id } = (await library.engine.create(paper, { name: 'Plan' }, editor, { comment: 'började' })).record
    await library.engine.update(paper, id, 1, { name: 'Ny' }, clerk, 'bättre')
    await library.move(id, 'file')
    await library.engine.transition(paper, id, 3, { transition: 'revise', comment: 'fel' }, editor)
    const pages = [await library.engine.revisions(paper, id, editor, { limit: 3 })]
    pages.push(await library.engine.revisions(paper, id, editor, { limit: 3, cursor: pages[0]!.next! }))
    expect(pages.flatMap(({ items }) => items)).toMatchObject([
      { revision: 4, state: 'revision', transition: 'revise', comment: 'fel', changed: [] },
      { revision: 3, state: 'filed', transition: 'file', registered: true, changed: ['/filedBy'] },
      { revision: 2, by: 'clerk', comment: 'bättre', changed: ['/length', '/name'] },
      { revision: 1, by: 'editor', comment: 'började' },
    ])
    expect(pages[1]?.next).toBeUndefined()
    expect((await library.engine.revisions(paper, id, reader)).items.map(({ revision }) => revision)).toEqual([3])
  })

  it('compares two revisions that the caller sees', async () => {
    const { record } = await library.file({ name: 'Plan' })
    await expect(library.engine.diff(paper, record.id, 1, 9, editor)).rejects.toMatchObject({ code: 'not-found' })
    await expect(library.engine.diff(paper, record.id, 1, 2, reader)).rejects.toMatchObject({ code: 'not-found' })
    await expect(get(record.id, reader, { revision: 1 })).rejects.toMatchObject({ extra: { reason: 'no-revision' } })
    await expect(get(record.id, editor, { revision: 1e21 })).rejects.toMatchObject({ extra: { reason: 'no-revision' } })
    expect(await library.engine.diff(paper, record.id, 2, 1, editor)).toEqual([{ pointer: '/filedBy', from: 'editor' }])
  })

  it('keeps what was proposed and remarked beside the data, and says when a change was editorial', async () => {
    const { record } = await library.file({ name: 'Plan' })
    const moved = await library.move(record.id, 'propose', editor, { why: 'old' })
    expect(moved.record).toMatchObject({ proposed: { data: { why: 'old' } }, remarks: [{ id: 'one' }] })
    await library.move(record.id, 'revise')
    expect((await library.move(record.id, 'discard')).record).not.toHaveProperty('proposed')
    const draft = await add({ name: 'Utkast' })
    await library.move(draft, 'giveAway')
    expect((await library.engine.revisions(paper, draft, editor)).items[0]).toMatchObject({ editorial: true })
  })
})

describe('comments', () => {
  it('come oldest first, page by page, to those who take part', async () => {
    const { record } = await library.file({ name: 'Plan' })
    for (const text of ['ett', 'två', 'tre']) await library.engine.comment(paper, record.id, { text }, editor)
    const page = await library.engine.comments(paper, record.id, editor, { limit: 2 })
    const rest = await library.engine.comments(paper, record.id, editor, { limit: 2, cursor: page.next! })
    expect([...page.items, ...rest.items].map(({ text }) => text)).toEqual(['ett', 'två', 'tre'])
    expect(await library.engine.comments(paper, record.id, reader)).toEqual({ items: [] })
    expect((await library.engine.comments(paper, record.id, product)).items).toHaveLength(3)
    const refused = library.engine.comment(paper, record.id, { text: 'fyra' }, reader)
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are all known to a transition, however many pages they fill', async () => {
    const id = await add({ name: 'Plan' })
    for (const text of ['ett', 'två', 'tre']) await library.engine.comment(paper, id, { text }, editor)
    const texts: string[] = []
    const { number } = paper.transitions
    const curious = defineKind<Paper>({
      ...paper,
      transitions: {
        number: {
          ...number!,
          requires: ({ notes }) => {
            texts.push(...notes.map(({ text }) => text))
            return []
          },
        },
      },
    })
    const query: typeof library.store.query = (pk, range) => library.store.query(pk, { ...range, limit: 1 })
    const engine = createEngine({ ...library.options, store: { ...library.store, query } })
    await engine.transition(curious, id, 1, { transition: 'number' }, editor)
    expect(texts).toEqual(['ett', 'två', 'tre'])
  })

  it('are for whom the kind says, where it says so', async () => {
    const closed = { ...paper, policy: { ...paper.policy, comments: () => false } }
    const id = await add({ name: 'Plan' })
    expect(await library.engine.comments(closed, id, editor)).toEqual({ items: [] })
  })
})

describe('links', () => {
  it('are seen from both ends, once each, and from the record itself', async () => {
    const source = await add({ name: 'Källa' })
    const id = await add({ name: 'Plan' })
    await library.change(id, { name: 'Plan', sources: [source, source, id] })
    expect(await library.engine.links(paper, id, editor)).toMatchObject([
      { rel: 'source', direction: 'out', items: [{ id: source, name: 'Källa', state: 'draft' }, { id }] },
      { rel: 'source', direction: 'in', items: [{ id }] },
    ])
    expect(await library.engine.links(paper, source, editor)).toMatchObject([{ direction: 'in', items: [{ id }] }])
  })

  it('stay while the revision in force holds them, each as its reader sees it', async () => {
    const source = (await library.file({ name: 'Källa' })).record.id
    const { id } = (await library.file({ name: 'Plan', sources: [source] })).record
    await library.move(id, 'revise')
    await library.change(id, { name: 'Plan', filedBy: 'editor' })
    const ends = async (actor = editor): Promise<number> => (await library.engine.links(paper, source, actor)).length
    expect([await ends(), await ends(reader)]).toEqual([0, 1])
    await library.move(id, 'file')
    expect([await ends(), await ends(reader)]).toEqual([0, 0])
    const number = (await get(source)).record.number
    expect(number).toBe('P-1')
  })

  it('lead to neighbours of kinds that are fetched when met, or are left out', async () => {
    const source = await add({ name: 'Källa' })
    const id = await add({ name: 'Plan', sources: [source] })
    const others = { ...library.options, kinds: [] }
    const fetched = createEngine({ ...others, furtherKind: async () => paper })
    expect(await fetched.links(paper, id, editor)).toHaveLength(1)
    expect(await createEngine(others).links(paper, id, editor)).toEqual([])
    expect(await library.engine.links(paper, source, { ...reader, personId: 'editor' })).toHaveLength(1)
  })

  it('are refused when they lead nowhere, each where it stands', async () => {
    const source = await add({ name: 'Källa' })
    const dangling = (pointer: string) => ({ pointer, code: 'dangling-reference' })
    await expect(library.add({ sources: ['x', source, 'y'], unitId: 'pap_none' }, product)).rejects.toMatchObject({
      code: 'invalid',
      extra: { errors: [dangling('/sources/0'), dangling('/sources/2'), dangling('/unitId')] },
    })
    await expect(library.add({ unitId: source }, product)).resolves.toBeTruthy()
  })
})

describe('a unique value', () => {
  it('is held by one record, and free again when that lets go of it', async () => {
    const first = await add({ name: 'Plan', code: 'one' })
    const taken = { code: 'already-exists', extra: { id: first } }
    await expect(library.add({ code: 'one' })).rejects.toMatchObject(taken)
    const second = await add({ code: 'two' })
    await expect(library.change(second, { code: 'one' })).rejects.toMatchObject(taken)
    await library.change(first, { name: 'Plan', code: 'three' })
    await library.change(second, { code: 'one' })
    await expect(library.change(first, { code: 'one' })).rejects.toMatchObject({ extra: { id: second } })
  })

  it('is the id as well: a given one that is taken says so', async () => {
    const id = await add({ name: 'Plan' })
    const again = library.engine.create(paper, {}, product, { id })
    await expect(again).rejects.toMatchObject({ code: 'already-exists', extra: { id } })
  })
})

describe('a number', () => {
  it('is taken when the kind says, never twice', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const id = await add({ name: 'Plan' })
        await library.move(id, 'number')
        return (await library.move(id, 'number')).record.number
      }),
    )
    expect(new Set(numbers).size).toBe(12)
    const atOnce = defineKind({
      ...paper,
      number: { ...paper.number!, when: 'created' },
      initialData: (data: Paper) => ({ ...data, shelf: 'red' }),
    })
    expect((await library.engine.create(atOnce, {}, editor)).record).toMatchObject({
      number: 'P-13',
      data: { shelf: 'red' },
    })
    const { number: _number, ...without } = paper
    const { record } = await library.engine.create(without, { name: 'Plan' }, editor)
    const moved = await library.engine.transition(without, record.id, 1, { transition: 'number' }, editor)
    expect(moved.record).not.toHaveProperty('number')
  })
})
