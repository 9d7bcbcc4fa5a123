import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../../api/request.ts'
import { isNarrowed, listQuery, withQuery } from '../../lists/view.ts'
import { numberText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AssetKindName, AssetRow } from '../asset.ts'
import { assetList, type AssetView } from './view.ts'

/** How many assets match; `more`: at least so many, counting stopped there. */
export interface Count {
  count: number
  more: boolean
  byKind: { [kind in AssetKindName]?: number | { count: number; more: boolean } }
}

const pauseMs = 1000

/**
 * How many assets fit a view. What is shown whole is counted here; a list that goes on is counted by the server only when
 * filters narrow it and typing has come to rest, since it reads thousands of rows.
 */
export function useCount(view: AssetView, rows: readonly AssetRow[] | undefined, goesOn: boolean): Count | undefined {
  const [state, setState] = useState<{ key: string; count: Count }>()
  const key = withQuery('/api/assets/count', listQuery(assetList, { ...view, sort: undefined }))
  const asks = goesOn && view.q === '' && isNarrowed(view, assetList.apart)
  useEffect(() => {
    if (!asks) return undefined
    const abort = new AbortController()
    const timer = setTimeout(
      () =>
        getJson<Count>(key, abort.signal).then(
          (count) => setState({ key, count }),
          () => {},
        ),
      pauseMs,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key, asks])
  if (rows && !goesOn) return counted(rows)
  return asks && state?.key === key ? state.count : undefined
}

function counted(rows: readonly AssetRow[]): Count {
  const of = (kind: AssetKindName): number => rows.filter((row) => row.kind === kind).length
  const byKind = { equipment: of('equipment'), medicalDevice: of('medicalDevice'), application: of('application') }
  return { count: rows.length, more: false, byKind }
}

/** The count of one kind, or of all. */
export function countOf(count: Count | undefined, kind: AssetKindName | undefined): Omit<Count, 'byKind'> | undefined {
  if (!count || !kind) return count
  const own = count.byKind[kind]
  return typeof own === 'number' ? { count: own, more: count.more && own > 0 } : own
}

/** "1 284" or "fler än 5 000". */
export function countWord(count: Omit<Count, 'byKind'>): string {
  return count.more ? t('assets.atLeast', { count: count.count }) : numberText(count.count)
}

/** How many rows there are as far as is known: all that are shown, all that were counted, or the first ones. */
export function countText(shown: number | undefined, more: boolean, count: Omit<Count, 'byKind'> | undefined): string {
  if (shown === undefined) return '\u00a0'
  if (!more) return t('assets.count', { count: shown })
  if (!count) return t('assets.first', { count: shown })
  return t(count.more ? 'assets.moreThan' : 'assets.count', { count: count.count })
}
