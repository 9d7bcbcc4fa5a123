import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rememberHeads } from '../../../../functions/register/change/link-targets.ts'
import { defineKind } from '../../../../functions/register/kind.ts'
import type { Transition } from '../../../../functions/register/transition-rule.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper, product, type Paper } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

/** What a transition is told of the records at the other ends of its record's links. */
async function told(id: string, asks: Pick<Transition<Paper>, 'incoming'>) {
  let call: Parameters<Transition<Paper>['apply']>[0] | undefined
  const look: Transition<Paper> = {
    ...asks,
    from: ['draft'],
    who: () => true,
    apply: (made) => {
      call = made
      return {}
    },
  }
  const curious = defineKind<Paper>({ ...paper, transitions: { look } })
  await library.engine.transition(curious, id, 1, { transition: 'look' }, editor)
  return { incoming: call!.incoming, neighbours: call!.neighbours }
}

describe('the neighbours that a transition is told of', () => {
  it('are those it links to, and those that link to it when it asks', async () => {
    const { record: source } = await library.add({ name: 'Källa' })
    const { record: middle } = await library.add({ name: 'Mitten', sources: [source.id] })
    const { record: filed } = await library.file({ name: 'Gällande', sources: [middle.id] })
    const { record: draft } = await library.add({ name: 'Utkast', sources: [middle.id] })
    const lost = { pk: `paper#${middle.id}`, sk: 'in#source#paper#pap_lost', body: 'pap_lost' }
    await library.store.commit([{ put: lost }], randomUUID())
    const { incoming, neighbours } = await told(middle.id, { incoming: true })
    expect(neighbours).toEqual({ [source.id]: 'draft' })
    expect(incoming.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [
        { rel: 'source', kind: 'paper', id: filed.id, state: 'filed', registered: true },
        { rel: 'source', kind: 'paper', id: draft.id, state: 'draft', registered: false },
      ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
  })

  it('are not looked for when it does not ask', async () => {
    const { record } = await library.add({ name: 'Källa' })
    await library.add({ name: 'Plan', sources: [record.id] })
    expect((await told(record.id, {})).incoming).toEqual([])
  })
})

it('is only the product that creates a record in another state than the first', async () => {
  const state = async (actor = product) =>
    (await library.engine.create(paper, { name: 'Plan' }, actor, { state: 'filed' })).record.state
  expect(await state()).toBe('filed')
  expect(await state(editor)).toBe('draft')
})

describe('heads that many saves ask for', () => {
  const counted = () => {
    const asked: string[] = []
    const getMany: typeof library.store.getMany = (wanted) => {
      asked.push(...wanted.map(({ pk }) => pk))
      return library.store.getMany(wanted)
    }
    return { asked, store: { ...library.store, getMany } }
  }

  it('are read once, also when they ask at the same time', async () => {
    const { record } = await library.add({ name: 'Källa' })
    const { asked, store } = counted()
    const heads = rememberHeads(store)
    const key = { pk: `paper#${record.id}`, sk: 'head' }
    const missing = { pk: 'paper#pap_none', sk: 'head' }
    const found = await Promise.all([
      heads.getMany([key, missing]),
      heads.getMany([missing, key]),
      heads.getMany([key]),
    ])
    expect(found.map((items) => items.map(({ pk }) => pk))).toEqual([[key.pk], [key.pk], [key.pk]])
    expect(asked).toEqual([key.pk, missing.pk])
  })

  it('are read again after a read that failed', async () => {
    const { record } = await library.add({ name: 'Källa' })
    let fails = true
    const getMany: typeof library.store.getMany = (wanted) =>
      fails ? Promise.reject(new Error('no time')) : library.store.getMany(wanted)
    const heads = rememberHeads({ ...library.store, getMany })
    const key = { pk: `paper#${record.id}`, sk: 'head' }
    await expect(heads.getMany([key])).rejects.toThrow('no time')
    fails = false
    expect(await heads.getMany([key])).toHaveLength(1)
  })
})
