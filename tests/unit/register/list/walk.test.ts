import { describe, expect, it } from 'vitest'
import { createStream } from '../../../../functions/register/list/stream.ts'
import { createWalk, walkApart } from '../../../../functions/register/list/walk.ts'
import { gappyStore, numbers, sort } from './gappy-store.ts'

const partitions = { one: numbers(900), two: numbers(300, 3), three: numbers(100, 7) }

describe('a walk over one order', () => {
  const walked = async (names: string[], left: number, limit: number, keeps: (at: number) => boolean) => {
    const { store, read } = gappyStore(partitions)
    const budget = { left }
    const streams = names.map((pk) => createStream(store, [pk], {}, budget))
    const { rows, reached } = await createWalk(streams, ({ sk }) => keeps(Number(sk)), budget).next(limit)
    return { rows: rows.map(({ sk }) => Number(sk)), reached: reached && Number(reached), read: read() }
  }
  const inAll = (at: number): boolean => at % 21 === 0 && at < 700

  it('gives the hits of all streams in order, each once', async () => {
    expect(await walked(['two', 'three'], 5000, 3, inAll)).toMatchObject({ rows: [0, 21, 42], reached: 42 })
    const { rows, reached } = await walked(['one', 'two', 'three'], 5000, 900, inAll)
    expect(rows).toEqual(numbers(34, 21))
    expect(reached).toBeUndefined()
  })

  it('skips in one stream what another has been through', async () => {
    expect((await walked(['one', 'three'], 5000, 900, () => false)).read).toBeLessThan(600)
  })

  it('walks mostly the stream that has fewest rows', async () => {
    expect((await walked(['one', 'two', 'three'], 5000, 30, inAll)).read).toBeLessThan(3 * 24 + 110)
  })

  it('goes on where it stopped', async () => {
    const { store, read } = gappyStore(partitions)
    const budget = { left: 5000 }
    const streams = ['two', 'three'].map((pk) => createStream(store, [pk], {}, budget))
    const walk = createWalk(streams, ({ sk }) => inAll(Number(sk)), budget)
    const found: number[] = []
    for (let more = true; more;) {
      const { rows, reached } = await walk.next(7)
      found.push(...rows.map(({ sk }) => Number(sk)))
      more = reached !== undefined
    }
    expect(found).toEqual(numbers(34, 21))
    expect(read()).toBeLessThan(180)
  })

  it('stops where it came to when it may look at no more', async () => {
    expect(await walked(['one'], 250, 100, (at) => at === 3)).toMatchObject({ rows: [3], reached: 349 })
  })
})

describe('a walk over several orders', () => {
  const walked = async (left: number, limit: number, many: { rows: number; hits: number }) => {
    const { store } = gappyStore(partitions)
    const budget = { left }
    const streams = ['one', 'three'].map((pk) => createStream(store, [pk], {}, budget))
    const found = await walkApart(
      streams,
      async (rows) => rows.filter(({ sk }) => Number(sk) % 7 === 0),
      limit,
      many,
      budget,
    )
    return { ...found, rows: found.rows.map(({ sk }) => Number(sk)) }
  }
  const never = { rows: 5000, hits: 900 }

  it('is decided by the first stream that gives enough', async () => {
    expect(await walked(5000, 3, never)).toMatchObject({ rows: [0, 7, 14], reached: sort(14), stream: 0 })
  })

  it('or ends', async () => {
    expect(await walked(5000, 900, never)).toMatchObject({ rows: numbers(100, 7), stream: 1 })
  })

  it('or comes to the end of what it may look at', async () => {
    expect(await walked(250, 900, never)).toMatchObject({ rows: numbers(36, 7), reached: sort(249), stream: 0 })
  })

  it('or has looked at many rows and found some', async () => {
    const found = await walked(5000, 900, { rows: 300, hits: 90 })
    expect(found).toMatchObject({ rows: numbers(100, 7), reached: sort(693), stream: 1 })
  })
})
