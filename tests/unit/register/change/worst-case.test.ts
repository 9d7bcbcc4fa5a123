import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { application } from '../../../../functions/assets/application.ts'
import { allKinds } from '../../../../functions/kinds.ts'
import { activity } from '../../../../functions/processing/activity.ts'
import type { ActivityData } from '../../../../functions/processing/data.ts'
import type { Engine } from '../../../../functions/register/api.ts'
import { createEngine } from '../../../../functions/register/engine.ts'
import type { Kind } from '../../../../functions/register/kind.ts'
import type { RecordOf, Snapshot } from '../../../../functions/register/record.ts'
import { rowWrites } from '../../../../functions/register/rows/rows.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper, product } from '../paper.ts'
import { fullest } from './fullest.ts'

/** Head, revision, validity and the read log. */
const besideRows = 4

function recordOf<T extends object>(kind: Kind<T>, state: string, seed: string): RecordOf<T> {
  const data = fullest(kind, seed)
  const [createdAt, updatedAt] = ['2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00.000Z']
  const names = Object.fromEntries(kind.links(data).map(({ id }, at) => [id, `${seed}name${at}`]))
  const envelope = { revision: 2, createdAt, createdBy: 'x', updatedAt, updatedBy: 'x', orgUnitId: seed, names }
  return { id: 'id', kind: kind.name, number: 'N-1', state, ...envelope, data }
}

/** The most writes that one save in any state can need, when everything in the record is replaced by something else. */
function largestSave<T extends object>(kind: Kind<T>): number {
  const writes = kind.states.map((state) => {
    const [before, after] = [recordOf(kind, state, 'a'), recordOf(kind, state, 'b')]
    return rowWrites(kind, { newest: before }, { newest: after }).length
  })
  return Math.max(...writes) + (kind.touches?.length ?? 0) + besideRows
}

/** The rows that registering writes when everything has been replaced since the revision in force. */
function registering(): { [sort: string]: number } {
  const [old, next] = [recordOf(activity, 'registered', 'a'), recordOf(activity, 'dpoReview', 'b')]
  const inForce = { ...next, state: 'registered' }
  const before: Snapshot<ActivityData> = { newest: next, registered: old }
  const counted: { [sort: string]: number } = {}
  for (const write of rowWrites(activity, before, { newest: inForce, registered: inForce })) {
    const { pk, sk } = 'put' in write ? write.put : 'delete' in write ? write.delete : write.check
    const sort = sk.startsWith('in#')
      ? 'links'
      : pk.includes('=')
        ? (pk.split(/[#=]/)[2] as string)
        : (pk.split('#')[0] as string)
    counted[sort] = (counted[sort] ?? 0) + 1
  }
  return counted
}

describe('the writes of the largest save a schema allows, of which 100 fit,', () => {
  it.each<[string, number]>([
    ['activity', 300],
    ['equipment', 277],
    ['medicalDevice', 299],
    ['application', 329],
    ['supplier', 98],
    ['agreement', 267],
    ['orgUnit', 83],
    ['person', 77],
    ['roleAssignment', 13],
    ['vocabularyCode', 73],
    ['savedView', 10],
    ['stockTake', 10],
    ['reorganisation', 12],
  ])('of %s are %i', (name, writes) => {
    expect(allKinds.map((kind) => kind.name)).toContain(name)
    expect(largestSave(allKinds.find((kind) => kind.name === name) as Kind<object>)).toBe(writes)
  })

  it('are counted for every kind there is', () => {
    expect(allKinds).toHaveLength(13)
  })

  it('are for registering an activity anew mostly links and words', () => {
    expect(registering()).toMatchObject({ links: 122, word: 60 })
  })
})

describe('forty links changed in one save of an activity', () => {
  let library: Library
  let engine: Engine
  let writes: number

  beforeEach(() => {
    library = openLibrary((store) => ({
      ...store,
      commit(some, token) {
        writes = some.length
        return store.commit(some, token)
      },
    }))
    engine = createEngine({ ...library.options, kinds: allKinds })
  })
  afterEach(() => library.close())

  const applications = (count: number): Promise<string[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const { record } = await engine.create(
          application,
          { name: `System nummer ${at} för ${'abcdefghij'[at % 10]}` },
          product,
        )
        return record.id
      }),
    )

  it('fit, even when all forty are exchanged for others and the name is another', async () => {
    const ids = await applications(80)
    const first = { name: 'Uppföljning av vård', applicationIds: ids.slice(0, 40) }
    const { record } = await engine.create(activity, first, product)
    expect(writes).toBe(45)
    const { findingCounts: _counts, ...data } = record.data
    const next = { ...data, name: 'Annat ändamål', applicationIds: ids.slice(40) }
    const saved = await engine.update(activity, record.id, 1, next, product)
    expect(saved.record.data.applicationIds).toEqual(ids.slice(40))
    expect(writes).toBe(88)
  })
})

describe('a change that does not fit one commit', () => {
  let library: Library
  const refused = (field: string, writes: number): object => ({
    code: 'limit-exceeded',
    extra: { pointer: `/${field}`, reason: 'too-many-changes', params: { writes, maximum: 100 } },
  })

  beforeEach(() => {
    library = openLibrary()
  })
  afterEach(() => library.close())

  it('is refused with the list that changes most, and leaves everything as it was', async () => {
    const sources = await Promise.all(Array.from({ length: 110 }, (_, at) => library.add({ name: `Källa ${at}` })))
    const ids = sources.map(({ record }) => record.id)
    const tooMany = { name: 'Plan', sources: ids, topics: ['a'] }
    await expect(library.add(tooMany)).rejects.toMatchObject(refused('sources', 116))
    const { record } = await library.add({ name: 'Plan', sources: ids.slice(0, 60) })
    const exchanged = { name: 'Plan', sources: ids.slice(50) }
    await expect(library.change(record.id, exchanged)).rejects.toMatchObject(refused('sources', 106))
    expect((await library.engine.get(paper, record.id, editor)).record).toMatchObject({ revision: 1 })
    await library.change(record.id, { name: 'Plan', sources: ids.slice(0, 20) })
    expect((await library.change(record.id, { name: 'Plan', sources: ids.slice(50) })).record.revision).toBe(3)
  })

  it('names the list of values that are listed apart', async () => {
    const topics = (letter: string): string[] => Array.from({ length: 45 }, (_, at) => `${letter}${at}`)
    const { record } = await library.add({ name: 'Plan', topics: topics('a') })
    await library.move(record.id, 'file')
    await library.move(record.id, 'revise')
    await library.change(record.id, { name: 'Ny plan', topics: topics('b'), filedBy: 'editor' })
    await expect(library.move(record.id, 'file')).rejects.toMatchObject(refused('topics', 105))
  })
})
