import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeNumber } from '../../../../functions/register/change/counter.ts'
import { ConditionFailed, OutcomeUnknown, StoreBusy, type Store } from '../../../../functions/store/store.ts'
import { openLibrary, type Library } from '../library.ts'

let library: Library
let failures: Error[]

beforeEach(() => {
  failures = []
  library = openLibrary((store) => ({
    ...store,
    async commit(writes, token) {
      const failure = failures.shift()
      if (failure) throw failure
      return store.commit(writes, token)
    },
  }))
})
afterEach(() => library.close())

const take = (store: Store = library.store): Promise<number> => takeNumber(store, 'series', library.options.newId)

describe('a series of numbers', () => {
  it('gives each number once, however many ask', async () => {
    const taken = await Promise.all(Array.from({ length: 15 }, () => take()))
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1))
    expect(await take()).toBe(16)
  })

  it('gives each number once to several servers', async () => {
    const servers = Array.from({ length: 4 }, (): Store => ({ ...library.store }))
    const taken = await Promise.all(servers.flatMap((server) => [take(server), take(server)]))
    expect(new Set(taken).size).toBe(8)
  })

  it('tries again after a conflict or a failure', async () => {
    failures = [new ConditionFailed(0, undefined), new OutcomeUnknown('lost'), new StoreBusy('busy')]
    expect(await take()).toBe(1)
  })

  it('is busy when the store is, and gives on afterwards', async () => {
    failures = Array.from({ length: 3 }, () => new StoreBusy('busy'))
    await expect(take()).rejects.toMatchObject({ code: 'busy' })
    failures = Array.from({ length: 50 }, () => new ConditionFailed(0, undefined))
    await expect(take()).rejects.toMatchObject({ code: 'busy' })
    expect(await take()).toBe(1)
  })

  it('hands on what is no failure of the store', async () => {
    failures = [new RangeError('a bug')]
    await expect(take()).rejects.toThrow(RangeError)
    expect(await take()).toBe(1)
  })
})
