import { afterEach, describe, expect, it } from 'vitest'
import {
  ConditionFailed,
  LimitExceeded,
  OutcomeUnknown,
  StoreBusy,
  type Store,
  type Write,
} from '../../../../functions/store/store.ts'
import { openLibrary, type Library } from '../library.ts'
import { editor, paper } from '../paper.ts'

type Fault = 'lost before' | 'lost after' | 'busy' | 'broken' | 'overtaken' | 'too large' | 'refused'

/** Faults of the commits to come, one each; when the list is empty the store works. */
let faults: Fault[] = []
let library: Library | undefined

afterEach(() => library?.close())

let refusedAt: (writes: readonly Write[]) => number = () => 0

function failing(store: Store): Store {
  return {
    ...store,
    async commit(writes: readonly Write[], token: string) {
      const fault = faults.shift()
      if (fault === 'busy') throw new StoreBusy('busy')
      if (fault === 'broken') throw new RangeError('a bug')
      if (fault === 'too large') throw new LimitExceeded('an item of 500 KB')
      if (fault === 'refused') throw new ConditionFailed(refusedAt(writes), undefined)
      if (fault === 'lost before') throw new OutcomeUnknown('lost')
      await store.commit(writes, token)
      if (fault === 'lost after') throw new OutcomeUnknown('lost')
      if (fault === 'overtaken') throw new ConditionFailed(0, undefined)
    },
  }
}

const operations: [string, () => Promise<(open: Library) => Promise<unknown>>][] = [
  ['create', async () => (open) => open.add({ name: 'Plan', secret: 'hidden' })],
  [
    'update',
    async () => {
      const { id } = (await library!.add({ name: 'Plan' })).record
      return (open) => open.change(id, { name: 'Ny plan' })
    },
  ],
  [
    'transition',
    async () => {
      const { id } = (await library!.add({ name: 'Plan' })).record
      return (open) => open.move(id, 'revise').catch(() => open.move(id, 'giveAway'))
    },
  ],
  [
    'comment',
    async () => {
      const { id } = (await library!.add({ name: 'Plan' })).record
      return (open) => open.engine.comment(paper, id, { text: 'Bra' }, editor)
    },
  ],
  [
    'read of a secret',
    async () => {
      const { id } = (await library!.add({ name: 'Plan', secret: 'hidden' })).record
      return (open) => open.engine.get(paper, id, editor)
    },
  ],
]

describe.each(operations)('%s', (_name, prepare) => {
  const run = async (planned: Fault[]): Promise<unknown> => {
    faults = []
    library = openLibrary(failing)
    const perform = await prepare()
    faults = [...planned]
    return perform(library)
  }

  it.each<Fault[][]>([
    [['lost after']],
    [['lost before']],
    [['lost before', 'lost after']],
    [['lost before', 'lost before', 'lost after']],
    [['overtaken']],
  ])('is done although its answers are %j', async (planned) => {
    await expect(run(planned)).resolves.toBeTruthy()
    expect(faults).toEqual([])
  })

  it.each<Fault[][]>([[['busy']], [['lost before', 'lost before', 'lost before']], [['lost before', 'busy']]])(
    'is refused as busy, to be tried again, after %j',
    async (planned) => {
      await expect(run(planned)).rejects.toMatchObject({ code: 'busy', extra: { retryAfterSeconds: 1 } })
    },
  )

  it('hands on what is no failure of the store', async () => {
    await expect(run(['broken'])).rejects.toThrow(RangeError)
  })
})

describe('a refusal by the store', () => {
  const creation = async (fault: Fault): Promise<unknown> => {
    library = openLibrary(failing)
    faults = [fault]
    return library.add({ name: 'Plan', code: 'one' })
  }
  const at = (pk: string) => (writes: readonly Write[]) =>
    writes.findIndex((write) => 'put' in write && write.put.pk.startsWith(pk))

  it('of something too large is a limit exceeded', async () => {
    await expect(creation('too large')).rejects.toMatchObject({ code: 'limit-exceeded' })
  })

  it.each([
    ['paper#', { code: 'already-exists' }],
    ['unique#', { code: 'already-exists', extra: {} }],
    ['list#', { code: 'already-exists' }],
    ['meta#', { code: 'busy' }],
  ])('of a write to %s that tells nothing of what stands there says %j', async (pk, expected) => {
    refusedAt = at(pk)
    await expect(creation('refused')).rejects.toMatchObject(expected)
  })

  it('of a change that tells nothing of what stands there is a conflict', async () => {
    faults = []
    library = openLibrary(failing)
    const { id } = (await library.add({ name: 'Plan' })).record
    refusedAt = () => 0
    faults = ['refused']
    await expect(library.change(id, {})).rejects.toMatchObject({ code: 'revision-conflict', extra: {} })
  })
})

describe('what is stored after a failure', () => {
  it('is one record when the answer to a creation was lost', async () => {
    faults = []
    library = openLibrary(failing)
    faults = ['lost after']
    const { record } = await library.add({ name: 'Plan' })
    expect((await library.engine.list(paper, {}, editor)).items.map(({ id }) => id)).toEqual([record.id])
  })

  it('is a change of one’s own even when somebody has built on it since', async () => {
    const meanwhile: { next?: () => Promise<unknown> } = {}
    library = openLibrary((store) => ({
      ...store,
      async commit(writes, token) {
        await store.commit(writes, token)
        const { next } = meanwhile
        delete meanwhile.next
        if (next) {
          await next()
          throw new OutcomeUnknown('lost')
        }
      },
    }))
    const { id } = (await library.add({ name: 'Plan' })).record
    meanwhile.next = () => library!.change(id, { name: 'Nyare' })
    const mine = await library.change(id, { name: 'Ny' })
    expect(mine.record).toMatchObject({ revision: 2, data: { name: 'Ny' } })
    expect((await library.engine.get(paper, id, editor)).record).toMatchObject({ revision: 3, data: { name: 'Nyare' } })
  })

  it('is no read when the log could not be written: no log, no read', async () => {
    faults = []
    library = openLibrary(failing)
    const { id } = (await library.add({ name: 'Plan', secret: 'hidden' })).record
    faults = ['busy']
    await expect(library.engine.get(paper, id, editor)).rejects.toMatchObject({ code: 'busy' })
    expect((await library.store.query('readlog#2026-11-21')).items).toEqual([])
    faults = ['lost after']
    expect((await library.engine.get(paper, id, editor)).record.data.secret).toBe('hidden')
    expect((await library.store.query('readlog#2026-11-21')).items).toHaveLength(1)
  })
})
