import type { ListPage } from './api.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { isListed, meets } from './filters.ts'
import type { RecordOf } from './kind.ts'
import { walkSet, type ListCall } from './listing.ts'
import { loadInForce } from './load.ts'
import { decodeListBody, type ListBody } from './list-row.ts'
import { withoutSecrets } from './mask.ts'
import { listBody } from './rows.ts'
import { rowBudget } from './walk.ts'
import { matches, searchText } from './words.ts'

/** Records that one request looks back at. */
const lookBack = 500
const chunk = 100

/**
 * The list as it was at a time (RFC 3339 UTC): walks all records that ever were in force, in today's order, and takes of
 * each the revision in force then. Filters and words are held against that revision.
 */
export async function listAsOf<T extends object>(
  call: ListCall<T>,
  time: string,
  words: readonly string[],
  cursor: string | undefined,
  limit: number,
): Promise<ListPage> {
  const unfiltered = { ...call, narrowing: { conditions: [], states: [] } }
  const found: ListBody['record'][] = []
  let after = cursor ? decodeCursor(cursor, 'then')['after'] : undefined
  for (let looked = 0; looked < lookBack; looked += chunk) {
    const { rows, reached } = await walkSet(unfiltered, 'main', after ? { after } : {}, chunk, { left: rowBudget })
    const then = await Promise.all(
      rows.map((row) => loadInForce(call.core.store, call.kind, decodeListBody(call.kind, row).record.id, time)),
    )
    for (const [index, record] of then.entries()) {
      const body = record && bodyThen(call, record, words)
      if (body) found.push(body.record)
      if (found.length === limit) return { items: found, next: encodeCursor({ k: 'then', after: rows[index]?.sk }) }
    }
    if (!reached) return { items: found }
    after = reached
  }
  return { items: found, next: encodeCursor({ k: 'then', after }) }
}

function bodyThen<T extends object>(
  { kind, actor, narrowing }: ListCall<T>,
  record: RecordOf<T>,
  words: readonly string[],
): ListBody | undefined {
  const body = listBody(kind, record)
  const fits = meets(kind, body, narrowing, narrowing.conditions) && isListed(kind, actor, 'main', body)
  return fits && matches(searchText(kind.texts(withoutSecrets(kind, record))), words) ? body : undefined
}
