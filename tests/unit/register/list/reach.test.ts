import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { widestList } from '../../../../functions/register/change/widest-list.ts'
import { createEngine } from '../../../../functions/register/engine.ts'
import { defineKind, type Kind } from '../../../../functions/register/kind.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, northern, paper, reader, type Paper } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

const ids = async (kind: Kind<Paper>, query: object, actor = editor): Promise<string[]> =>
  (await library.engine.list(kind, query, actor)).items.map(({ id }) => id)

describe('who finds what', () => {
  it('is nobody anything where the kind says so', async () => {
    const draft = (await library.add({ name: 'Plan' })).record.id
    const filed = (await library.file({ name: 'Plan för vård' })).record.id
    const { work: _work, ...rest } = paper.policy
    const withoutWork = defineKind<Paper>({ ...paper, policy: rest })
    const withoutMain = defineKind<Paper>({ ...paper, policy: { ...paper.policy, main: () => 'none' } })
    for (const query of [{}, { q: 'plan' }]) {
      expect((await ids(paper, query)).sort()).toEqual([draft, filed].sort())
      expect(await ids(withoutWork, query)).toEqual([filed])
      expect(await ids(withoutMain, query)).toEqual([draft])
    }
  })

  it('follows units and people where the kind says so', async () => {
    const filed = await Promise.all(
      ['north', 'south'].map((unitId) => library.file({ name: `Plan ${unitId}`, unitId })),
    )
    const [north] = filed.map(({ record }) => record.id)
    const near = defineKind<Paper>({
      ...paper,
      policy: { ...paper.policy, main: () => ({ units: ['north'], people: [] }) },
    })
    for (const query of [{}, { q: 'plan' }, { sort: '-name' }]) expect(await ids(near, query, reader)).toEqual([north])
  })

  it('leaves out of a working copy’s row what any save may change', async () => {
    const drifting = defineKind<Paper>({ ...paper, unsteady: ['state'] })
    await library.engine.create(drifting, { name: 'Plan' }, editor)
    expect(await ids(drifting, {})).toHaveLength(1)
    expect(await ids(drifting, { filters: { state: ['draft'] } })).toEqual([])
  })

  it('is what is asked for by id, as each sees it, once', async () => {
    const { id } = (await library.file({ name: 'Plan', unitId: 'south', shelf: 'red' })).record
    const draft = (await library.add({ name: 'Utkast', unitId: 'south' })).record.id
    await library.move(id, 'revise')
    const states = async (actor = editor, more = {}): Promise<string[]> =>
      (await library.engine.list(paper, { ids: [id, draft, id, 'pap_none'], ...more }, actor)).items.map(
        (item) => item.state,
      )
    expect(await states()).toEqual(['revision', 'draft'])
    expect(await states(northern)).toEqual(['filed'])
    expect(await states(editor, { filters: { state: ['draft'] } })).toEqual(['draft'])
    expect(await states(editor, { filters: { shelf: ['red'] } })).toEqual(['revision'])
  })

  it('ends with the answer to who has just given it away: the revision they made', async () => {
    const { id } = (await library.file({ name: 'Plan', unitId: 'north' })).record
    await library.move(id, 'revise')
    const given = await library.change(id, { name: 'Plan', unitId: 'south', filedBy: 'editor' }, northern)
    expect(given).toMatchObject({ record: { revision: 4, orgUnitId: 'south' }, allowed: [] })
    expect((await library.engine.get(paper, id, northern)).record.revision).toBe(2)
  })

  it('is nothing where a policy shows what is in force and nothing is', async () => {
    const { id } = (await library.add({ name: 'Plan' })).record
    const careless = defineKind<Paper>({ ...paper, policy: { ...paper.policy, view: () => 'registered' } })
    await expect(library.engine.get(careless, id, reader)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a kind', () => {
  it('is given the codes that have been added', async () => {
    const codes = { colour: [{ code: 'mauve' }] }
    const engine = createEngine({ ...library.options, codes: async () => codes })
    const seen: unknown[] = []
    const curious = defineKind<Paper>({
      ...paper,
      check: (_data, context) => {
        seen.push(context.codes)
        return []
      },
    })
    await engine.create(curious, { name: 'Plan' }, editor)
    expect(seen).toEqual([codes])
  })

  it('may do without what is optional', async () => {
    const { check: _check, checkText: _text, derive: _derive, partitions: _parts, touches: _touches, ...plain } = paper
    const { record } = await library.engine.create(plain, { name: 'forbidden' }, editor, { comment: 'forbidden' })
    expect(record.data).toEqual({ name: 'forbidden' })
    expect(await ids(plain, { filters: { marked: ['yes'] } })).toEqual([])
    const settling = defineKind<Paper>({
      ...plain,
      settle: (before, data) => ({ ...data, pages: before.name?.length }),
    })
    expect((await library.engine.update(settling, record.id, 1, { name: 'x' }, editor)).record.data.pages).toBe(9)
  })

  it('whose rows grow without a list is refused without naming one', async () => {
    const split = defineKind<Paper>({ ...paper, facets: ({ data }) => ({ topic: data.name?.split(' ') ?? [] }) })
    const { partitions: _partitions, unsteady: _unsteady, ...all } = split
    const name = Array.from({ length: 110 }, (_, at) => at.toString(36)).join(' ')
    const created = library.engine.create(all, { name }, editor)
    await expect(created).rejects.toMatchObject({ code: 'limit-exceeded', extra: { reason: 'too-many-changes' } })
    await expect(created).rejects.not.toHaveProperty('extra.pointer')
    expect(widestList(undefined, { newest: { data: {} } as never })).toBeUndefined()
  })
})
