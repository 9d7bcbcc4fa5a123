import type { Item } from '../store/store.ts'

/** Rows in order, and the position up to which nothing was left out; absent when the end was reached. */
export interface ReadRows<R extends { row: Item }> {
  rows: readonly R[]
  reached?: string
}

/** One page of several read over the same order. Where one stopped with more to come, nothing that lies behind is taken. */
export function mergeRows<R extends { row: Item }>(
  pages: readonly ReadRows<R>[],
  limit: number,
  reverse = false,
): { rows: R[]; reached?: string } {
  const sign = reverse ? -1 : 1
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0) * sign
  const [bound] = pages.flatMap(({ reached }) => (reached === undefined ? [] : [reached])).sort(order)
  const rows = pages
    .flatMap((page) => page.rows)
    .filter(({ row }) => bound === undefined || order(row.sk, bound) <= 0)
    .sort((a, b) => order(a.row.sk, b.row.sk))
  const page = rows.slice(0, limit)
  const reached = rows.length > limit ? page.at(-1)?.row.sk : bound
  return { rows: page, ...(reached !== undefined && { reached }) }
}
