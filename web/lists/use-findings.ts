import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../api/request.ts'
import type { Counts } from '../components/severity.tsx'

const pauseMs = 800
const mostIds = 100

interface Row {
  id: string
}

/**
 * What each row's own page says of its findings today. Rows carry what was stored with them, which does not know of other
 * records or of the calendar; the figures come once the rows stand still, so that typing never waits for them. `api`: the list's own path.
 */
export function useFindings(api: string, rows: readonly Row[]): ReadonlyMap<string, Counts> {
  const [known, setKnown] = useState<ReadonlyMap<string, Counts>>(new Map())
  const lacking = rows.map(({ id }) => id).filter((id) => !known.has(id))
  const key = lacking.join()
  useEffect(() => {
    if (!key) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      for (let at = 0; at < lacking.length; at += mostIds) {
        const ids = lacking.slice(at, at + mostIds)
        getJson<{ items: ({ id: string } & Counts)[] }>(`${api}/finding-counts?id=${ids.join()}`, abort.signal).then(
          ({ items }) =>
            setKnown((before) => new Map([...before, ...items.map(({ id, ...counts }) => [id, counts] as const)])),
          () => {},
        )
      }
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key])
  return known
}
