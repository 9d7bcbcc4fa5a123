import { useEffect, useRef, useState } from 'preact/hooks'
import type { List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { withNames } from '../directory/names.ts'
import type { ActivityRow } from './activity.ts'
import { apiAddress, type View } from './view.ts'

interface Pages {
  key: string
  items: ActivityRow[]
  next?: string
  done: boolean
}

export interface Activities {
  items: ActivityRow[] | undefined
  /** More rows stand behind these. */
  more: boolean
  busy: boolean
  error?: unknown
  retry: () => void
}

/** The rows of a view. What is shown stays until the next answer is there; asking for more rows reads only those. */
export function useActivities(view: View): Activities {
  const [pages, setPages] = useState<Pages>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  const latest = useRef<Pages>(undefined)
  const key = apiAddress(view)
  useEffect(() => {
    let dropped = false
    const start = latest.current?.key === key && turn === 0 ? latest.current : { key, items: [], done: false }
    setError(undefined)
    readUntil(view, start).then(
      (read) => {
        if (dropped) return
        latest.current = read
        setPages(read)
      },
      (reason: unknown) => !dropped && setError(reason),
    )
    return () => {
      dropped = true
    }
  }, [key, view.show, turn])
  const fits = pages?.key === key && (pages.done || pages.items.length >= view.show)
  return {
    items: pages?.items.slice(0, fits ? view.show : undefined),
    more: pages !== undefined && (!pages.done || pages.items.length > view.show),
    busy: !fits && error === undefined,
    ...(error === undefined ? {} : { error }),
    retry: () => setTurn((n) => n + 1),
  }
}

/** A page may hold fewer rows than asked for and still have more behind it. */
async function readUntil(view: View, start: Pages): Promise<Pages> {
  let { items, next, done } = start
  while (!done && items.length < view.show) {
    const page: List<ActivityRow> = await withNames(getJson(apiAddress(view, next)), (list: List<ActivityRow>) =>
      shownIds(view, list),
    )
    items = [...items, ...page.items]
    next = page.next
    done = next === undefined
  }
  return { key: start.key, items, done, ...(next === undefined ? {} : { next }) }
}

function shownIds(view: View, list: List<ActivityRow>): unknown {
  return list.items.map(({ orgUnitId, data }) => [
    orgUnitId,
    data.orgUnitId,
    data.controllerOrgUnitId,
    view.columns.includes('initiator') && data.initiatorId,
  ])
}
