import { freshId } from '../../api/clock.ts'
import { sendJson } from '../../api/request.ts'
import { listQuery } from '../../lists/view.ts'
import { assetList, type AssetView } from '../list/view.ts'
import type { Chosen } from './use-chosen.ts'

/** Which records a change is made to: chosen ones, or all that the list's query finds. */
export type Select = { ids: readonly string[] } | { query: { [name: string]: string } }

export interface FieldChange {
  pointer: string
  from?: unknown
  to?: unknown
}

export interface BulkItem {
  id: string
  kind: string
  number?: string
  name?: string
  status: 'changed' | 'unchanged' | 'refused'
  changes?: FieldChange[]
  /** Why it was refused, in the reader's language. */
  detail?: string
}

export interface BulkCounts {
  changed: number
  unchanged: number
  refused: number
}

interface BulkAnswer {
  counts: BulkCounts
  items: BulkItem[]
  refused?: BulkItem[]
  next?: string
}

/** What has been looked at or done so far. */
export interface BulkResult {
  counts: BulkCounts
  /** The first changes, to look at. */
  items: BulkItem[]
  refused: BulkItem[]
}

const mostShown = 50

/** What a choice in the list means to the API. */
export function selectOf(chosen: Chosen, view: AssetView): Select {
  return chosen.all
    ? { query: Object.fromEntries(listQuery(assetList, { ...view, sort: undefined })) }
    : { ids: chosen.ids }
}

/**
 * Makes a change, or looks at what it would do (`dryRun`), some hundred records at a time; `onPart` hears after each part.
 * A part whose answer was lost is sent again and changes nothing twice. @throws Problem
 */
export async function runBulk(
  path: string,
  body: object,
  dryRun: boolean,
  onPart: (result: BulkResult) => void,
  signal: AbortSignal,
): Promise<BulkResult> {
  const result: BulkResult = { counts: { changed: 0, unchanged: 0, refused: 0 }, items: [], refused: [] }
  let cursor: string | undefined
  do {
    const { data } = await sendJson<BulkAnswer>(
      'POST',
      path,
      { ...body, ...(dryRun ? { dryRun: true } : {}), ...(cursor ? { cursor } : {}) },
      { idempotencyKey: freshId(), signal },
    )
    for (const name of ['changed', 'unchanged', 'refused'] as const) result.counts[name] += data.counts[name]
    const changed = data.items.filter((item) => item.status === 'changed')
    result.items = [...result.items, ...changed].slice(0, mostShown)
    const refused = data.refused ?? data.items.filter((item) => item.status === 'refused')
    result.refused = [...result.refused, ...refused].slice(0, mostShown)
    cursor = data.next
    onPart({ ...result, counts: { ...result.counts } })
  } while (cursor)
  return result
}
