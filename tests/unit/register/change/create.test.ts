import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OutcomeUnknown } from '../../../../functions/store/store.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper, person } from '../paper.ts'

let library: Library

beforeEach(() => {
  library = openLibrary()
})
afterEach(() => library.close())

describe('creating again with the same key', () => {
  const idempotency = { key: 'k1', bodyHash: 'h1' }
  const create = (more = {}, actor = editor) =>
    library.engine.create(paper, { name: 'Plan' }, actor, { idempotency: { ...idempotency, ...more } })

  it('gives what was created the first time, as it was then', async () => {
    const first = await create()
    await library.change(first.record.id, { name: 'Annat' })
    expect((await create()).record).toEqual(first.record)
    expect((await library.pages({}, editor)).flat()).toHaveLength(1)
  })

  it('creates one record when two requests race', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => create()))
    expect(new Set(all.map(({ record }) => record.id)).size).toBe(1)
    expect((await library.pages({}, editor)).flat()).toHaveLength(1)
  })

  it('belongs to each person alone', async () => {
    const [mine, theirs] = [await create(), await create({}, person('other', ['editor']))]
    expect(mine.record.id).not.toBe(theirs.record.id)
  })

  it('is refused with another body', async () => {
    await create()
    await expect(create({ bodyHash: 'h2' })).rejects.toMatchObject({ extra: { reason: 'idempotency-key-reused' } })
  })

  it('creates anew when the key has expired, once', async () => {
    const first = await create()
    library.at('2026-11-23T10:00:01Z')
    const all = await Promise.all(Array.from({ length: 5 }, () => create()))
    expect(new Set(all.map(({ record }) => record.id)).size).toBe(1)
    expect(all[0]?.record.id).not.toBe(first.record.id)
  })

  it('says what stands in the way when nothing was created before', async () => {
    const taken = { name: 'Plan', code: 'one' }
    const { record } = await library.add(taken)
    const again = library.engine.create(paper, taken, editor, { idempotency })
    await expect(again).rejects.toMatchObject({ code: 'already-exists', extra: { id: record.id } })
  })

  it('hands on a failure that is no answer', async () => {
    await library.close()
    library = openLibrary((store) => ({ ...store, commit: () => Promise.reject(new RangeError('a bug')) }))
    await expect(create()).rejects.toThrow(RangeError)
    await library.close()
    library = openLibrary((store) => ({ ...store, commit: () => Promise.reject(new OutcomeUnknown('lost')) }))
    await expect(create()).rejects.toMatchObject({ code: 'busy' })
  })
})
