import type { ListPage, Summary } from '../api.ts'
import { loadInForce } from '../read/in-force.ts'
import { withoutSecrets } from '../read/mask.ts'
import type { RecordOf } from '../record.ts'
import { decodeRowBody } from '../rows/row-body.ts'
import { rowBodyOf } from '../rows/rows.ts'
import { matches, searchText } from '../rows/words.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { isDue, isListed, meets } from './filters.ts'
import { walkSet, type ListCall } from './visible-rows.ts'
import { rowBudget } from './walk.ts'

/** Records that one request looks back at. */
const lookBack = 500
const chunk = 100

/** What is asked of the past: a time (RFC 3339 UTC), and words that every record must hold. */
export interface Past {
  time: string
  words?: readonly string[]
  reverse?: boolean
}

/**
 * The list as it was at a time: walks all records that ever were in force, in today's order, and takes of each the revision
 * in force then. Filters and words are held against that revision.
 */
export async function listAsOf<T extends object>(
  call: ListCall<T>,
  { time, words = [], reverse = false }: Past,
  cursor: string | undefined,
  limit: number,
): Promise<ListPage> {
  const unfiltered = { ...call, narrowing: { conditions: [], states: [] } }
  const found: Summary[] = []
  let after = cursor ? decodeCursor(cursor, 'then')['after'] : undefined
  for (let looked = 0; looked < lookBack; looked += chunk) {
    const range = { reverse, ...(after && { after }) }
    const { rows, reached } = await walkSet(unfiltered, 'main', range, chunk, { left: rowBudget })
    const then = await Promise.all(
      rows.map((row) => loadInForce(call.core.store, call.kind, decodeRowBody(call.kind, row).record.id, time)),
    )
    for (const [index, record] of then.entries()) {
      const summary = record && summaryThen(call, record, words)
      if (summary) found.push(summary)
      if (found.length === limit) return { items: found, next: encodeCursor({ k: 'then', after: rows[index]?.sk }) }
    }
    if (!reached) return { items: found }
    after = reached
  }
  return { items: found, next: encodeCursor({ k: 'then', after }) }
}

/** The summary of the revision in force then, when it meets the filters and holds the words. */
function summaryThen<T extends object>(
  { kind, actor, narrowing }: ListCall<T>,
  whole: RecordOf<T>,
  words: readonly string[],
): Summary | undefined {
  const record = withoutSecrets(kind, whole)
  const body = rowBodyOf(kind, record)
  const fits =
    meets(kind, body, narrowing, narrowing.conditions) &&
    isDue(kind, record, narrowing) &&
    isListed(kind, actor, 'main', body)
  return fits && matches(searchText(kind.texts?.(record) ?? []), words) ? body.record : undefined
}
