import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../../api/request.ts'
import { listQuery, withQuery } from '../../lists/view.ts'
import { numberText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AssetKindName } from '../asset.ts'
import { assetList, type AssetView } from './view.ts'

/** How many assets match; `more`: at least so many, counting stopped there. */
export interface Count {
  count: number
  more: boolean
  byKind: { [kind in AssetKindName]?: number | { count: number; more: boolean } }
}

const pauseMs = 300

/** How many assets fit a view, whatever its kind, asked for once typing rests so that it never stands in the rows' way. */
export function useCount(view: AssetView): Count | undefined {
  const [state, setState] = useState<{ key: string; count: Count }>()
  const { kind: _, ...filters } = view.filters
  const key = withQuery('/api/assets/count', listQuery(assetList, { ...view, filters, sort: undefined }))
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(
      () =>
        getJson<Count>(key, abort.signal).then(
          (count) => setState({ key, count }),
          () => {},
        ),
      state ? pauseMs : 0,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [key])
  return state?.key === key ? state.count : undefined
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
