import { describe, expect, it } from 'vitest'
import type { Item, Range, Store } from '../../../functions/store/store.ts'
import { createStream, walk } from '../../../functions/register/walk.ts'

const sort = (at: number): string => String(at).padStart(4, '0')

/** A store of partitions whose pages are now and then empty although there are more. */
function gappyStore(partitions: { [pk: string]: readonly number[] }): Pick<Store, 'query'> {
  let calls = 0
  return {
    async query(pk: string, { after = '', before = '\uffff', limit = 10, reverse = false }: Range = {}) {
      const rows = (partitions[pk] ?? []).map(sort).filter((sk) => sk > after && sk < before)
      if (reverse) rows.reverse()
      if (calls++ % 2 === 0 && rows.length > 0) return { items: [], next: reverse ? before : after }
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map((sk): Item => ({ pk, sk, body: null })),
        ...(last !== undefined && rows.length > limit && { next: last }),
      }
    },
  }
}

const numbers = (count: number, step = 1): number[] => Array.from({ length: count }, (_, at) => at * step)
const partitions = { one: numbers(900), two: numbers(300, 3), three: numbers(100, 7) }

describe('a stream', () => {
  const all = async (names: string[], range: object): Promise<number[]> => {
    const stream = createStream(gappyStore(partitions) as Store, names, range, { left: 1 }, 20)
    const rows: number[] = []
    for (let some = await stream.next(); some; some = await stream.next())
      rows.push(...some.map(({ sk }) => Number(sk)))
    return rows
  }

  it('gives every row of one partition in order, also past empty pages', async () => {
    expect(await all(['one'], {})).toEqual(partitions.one)
    expect(await all(['one'], { reverse: true })).toEqual(partitions.one.toReversed())
    expect(await all(['none'], {})).toEqual([])
  })

  it('merges several partitions, each row once', async () => {
    const merged = [...new Set([...partitions.two, ...partitions.three])].sort((a, b) => a - b)
    expect(await all(['two', 'three', 'none'], {})).toEqual(merged)
    expect(await all(['two', 'three'], { reverse: true })).toEqual(merged.toReversed())
  })

  it('stays within its bounds in both directions', async () => {
    const inside = numbers(900).slice(11, 50)
    expect(await all(['one'], { after: sort(10), before: sort(50) })).toEqual(inside)
    expect(await all(['one'], { before: sort(50), reverse: true })).toEqual(numbers(50).toReversed())
    expect(await all(['one'], { after: sort(40), before: sort(50), reverse: true })).toEqual(numbers(40).toReversed())
  })
})

describe('a walk', () => {
  const walked = async (left: number, limit: number, keeps: (at: number) => boolean) => {
    const budget = { left }
    const stream = (pk: string) => createStream(gappyStore(partitions) as Store, [pk], {}, budget)
    const {
      rows,
      reached,
      stream: decided,
    } = await walk([stream('one'), stream('three')], ({ sk }) => keeps(Number(sk)), limit, budget)
    return { rows: rows.map(({ sk }) => Number(sk)), reached: reached && Number(reached), decided }
  }

  it('is decided by the first stream that fills the page', async () => {
    expect(await walked(5000, 3, (at) => at % 7 === 0)).toEqual({ rows: [0, 7, 14], reached: 14, decided: 0 })
  })

  it('or ends', async () => {
    expect(await walked(5000, 900, (at) => at > 600)).toMatchObject({ reached: undefined, decided: 1 })
  })

  it('stops where it came to when it may look at no more', async () => {
    const { rows, reached, decided } = await walked(250, 100, (at) => at === 3)
    expect({ rows, decided }).toEqual({ rows: [3], decided: 0 })
    expect(reached).toBe(249)
  })
})
