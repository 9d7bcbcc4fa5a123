import { describe, expect, it } from 'vitest'
import { createStream } from '../../../../functions/register/list/stream.ts'
import { gappyStore, numbers, sort } from './gappy-store.ts'

const partitions = { one: numbers(900), two: numbers(300, 3), three: numbers(100, 7) }

describe('a stream', () => {
  const all = async (names: string[], range: object): Promise<number[]> => {
    const stream = createStream(gappyStore(partitions).store, names, range, { left: 1 })
    const rows: number[] = []
    for (let some = await stream.next(20); some; some = await stream.next(20))
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

  it('leaves out what another stream has been through, in both directions', async () => {
    for (const reverse of [false, true]) {
      const { store, read } = gappyStore(partitions)
      const stream = createStream(store, ['two', 'three'], { reverse }, { left: 1 })
      await stream.next(20)
      const [row] = (await stream.next(20, sort(reverse ? 100 : 800))) ?? []
      expect(Number(row?.sk)).toBe(reverse ? 99 : 801)
      expect(read()).toBeLessThan(150)
      expect(await stream.next(20, sort(reverse ? 0 : 899))).toBeUndefined()
    }
  })
})
