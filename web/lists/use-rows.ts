import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { withNames } from '../directory/names.ts'

interface Pages<Row> {
  key: string
  items: Row[]
  next?: string
  done: boolean
}

export interface Rows<Row> {
  items: Row[] | undefined
  /** More rows stand behind these. */
  more: boolean
  busy: boolean
  /** The rows shown answer another question than the one that is asked now. */
  stale: boolean
  error?: unknown
  retry: () => void
}

interface Source<Row> {
  /** The address of one page; without a cursor it tells this list from any other. */
  address: (cursor?: string) => string
  /** How many rows are wanted. */
  show: number
  /** What of an answer holds ids whose names are shown. */
  named: (list: List<Row>) => unknown
}

/**
 * The rows of a list. What is shown stays until the next answer is there; asking for more rows reads only those, and a
 * question that another one has taken the place of is not waited for.
 */
export function useRows<Row>(source: Source<Row>): Rows<Row> {
  const [pages, setPages] = useState<Pages<Row>>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  const latest = useRef<Pages<Row>>(undefined)
  const key = source.address()
  useLayoutEffect(() => {
    const abort = new AbortController()
    const start = latest.current?.key === key && turn === 0 ? latest.current : { key, items: [], done: false }
    setError(undefined)
    readUntil(source, start, abort.signal).then(
      (read) => {
        if (abort.signal.aborted) return
        latest.current = read
        setPages(read)
      },
      (reason: unknown) => !abort.signal.aborted && setError(reason),
    )
    return () => abort.abort()
  }, [key, source.show, turn])
  const fits = pages?.key === key && (pages.done || pages.items.length >= source.show)
  return {
    items: pages?.items.slice(0, fits ? source.show : undefined),
    more: pages !== undefined && (!pages.done || pages.items.length > source.show),
    busy: !fits && error === undefined,
    stale: pages !== undefined && pages.key !== key,
    ...(error === undefined ? {} : { error }),
    retry: () => setTurn((n) => n + 1),
  }
}

/** A page may hold fewer rows than asked for and still have more behind it. */
async function readUntil<Row>(
  { address, show, named }: Source<Row>,
  start: Pages<Row>,
  signal: AbortSignal,
): Promise<Pages<Row>> {
  let { items, next, done } = start
  while (!done && items.length < show) {
    const page: List<Row> = await withNames(getJson<List<Row>>(address(next), signal), named)
    items = [...items, ...page.items]
    next = page.next
    done = next === undefined
  }
  return { key: start.key, items, done, ...(next === undefined ? {} : { next }) }
}
