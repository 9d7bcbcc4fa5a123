import type { Item } from '../../store/store.ts'
import type { Budget } from './stream.ts'

/** Rows in order, and the position up to which nothing was left out; absent when the end was reached. */
export interface ReadRows<R extends { row: Item }> {
  rows: readonly R[]
  reached?: string
}

/** A walk that goes on where it stopped. */
export interface FoundWalk<R extends { row: Item }> {
  /** The next rows, `limit` at most. */
  next(limit: number): Promise<ReadRows<R>>
}

interface Page<R extends { row: Item }> extends ReadRows<R> {
  walk: FoundWalk<R>
  rows: R[]
}

/**
 * One page of several walks over the same order: each gives `first` rows, then the one that lags behind goes on, until the
 * page is full.
 */
export async function mergeWalks<R extends { row: Item }>(
  walks: readonly FoundWalk<R>[],
  limit: number,
  first: number,
  budget: Budget,
  reverse = false,
): Promise<ReadRows<R>> {
  const pages = walks.map((walk): Page<R> => ({ walk, rows: [] }))
  await Promise.all(pages.map((page) => readOn(page, first)))
  for (;;) {
    const behind = furthestBehind(pages, reverse)
    const rows = inOrder(pages, behind?.reached, reverse)
    if (rows.length > limit) return { rows: rows.slice(0, limit), reached: rows[limit - 1]?.row.sk as string }
    if (!behind) return { rows }
    if (budget.left <= 0) return { rows, reached: behind.reached as string }
    await readOn(behind, limit + 1 - rows.length)
  }
}

async function readOn<R extends { row: Item }>(page: Page<R>, wanted: number): Promise<void> {
  const { rows, reached } = await page.walk.next(wanted)
  page.rows.push(...rows)
  delete page.reached
  if (reached !== undefined) page.reached = reached
}

/** The page that was read the least far, of those that have more. */
function furthestBehind<R extends { row: Item }>(pages: readonly Page<R>[], reverse: boolean): Page<R> | undefined {
  const isBefore = (a: string, b: string): boolean => (reverse ? a > b : a < b)
  return pages
    .filter(({ reached }) => reached !== undefined)
    .reduce<Page<R> | undefined>(
      (behind, page) => (behind && !isBefore(page.reached as string, behind.reached as string) ? behind : page),
      undefined,
    )
}

/** What all walks have given, up to `bound`: beyond it something may be missing. */
function inOrder<R extends { row: Item }>(pages: readonly Page<R>[], bound: string | undefined, reverse: boolean): R[] {
  const sign = reverse ? -1 : 1
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0) * sign
  return pages
    .flatMap(({ rows }) => rows)
    .filter(({ row }) => bound === undefined || order(row.sk, bound) <= 0)
    .sort((a, b) => order(a.row.sk, b.row.sk))
}
