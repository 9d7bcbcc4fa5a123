import { useEffect, useState } from 'preact/hooks'
import { importRows, type Outcome, type Row } from './job.ts'

/** Rows of one outcome, fifty at a time. */
export function useRowsOf(
  id: string,
  outcome: Outcome,
): { rows: Row[] | undefined; more: (() => void) | undefined; error: unknown } {
  const [rows, setRows] = useState<Row[]>()
  const [next, setNext] = useState<string>()
  const [error, setError] = useState<unknown>()
  const read = (cursor?: string): Promise<void> =>
    importRows(id, outcome, cursor).then((page) => {
      setRows((before) => [...(cursor ? (before ?? []) : []), ...page.items])
      setNext(page.next)
    }, setError)
  useEffect(() => void read(), [id, outcome])
  return { rows, more: next === undefined ? undefined : () => void read(next), error }
}
