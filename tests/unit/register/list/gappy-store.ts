import type { Item, Range, Store } from '../../../../functions/store/store.ts'

/** The sort key of the row with this number. */
export const sort = (at: number): string => String(at).padStart(4, '0')

/** Numbers from nought, so many, so far apart. */
export const numbers = (count: number, step = 1): number[] => Array.from({ length: count }, (_, at) => at * step)

/** A store of partitions whose pages are now and then empty although there are more, and how many rows it has handed out. */
export function gappyStore(partitions: { [pk: string]: readonly number[] }): { store: Store; read: () => number } {
  let calls = 0
  let read = 0
  const store: Pick<Store, 'query'> = {
    async query(pk: string, { after = '', before = '\uffff', limit = 10, reverse = false }: Range = {}) {
      const rows = (partitions[pk] ?? []).map(sort).filter((sk) => sk > after && sk < before)
      if (reverse) rows.reverse()
      if (calls++ % 2 === 0 && rows.length > 0) return { items: [], next: reverse ? before : after }
      const page = rows.slice(0, limit)
      read += page.length
      const last = page.at(-1)
      return {
        items: page.map((sk): Item => ({ pk, sk, body: null })),
        ...(last !== undefined && rows.length > limit && { next: last }),
      }
    },
  }
  return { store: store as Store, read: () => read }
}
