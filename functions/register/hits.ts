import type { Item } from '../store/store.ts'
import type { Summary } from './api.ts'
import { isDue, isListed, isPossible, meets, reachCondition } from './filters.ts'
import { keys } from './keys.ts'
import type { RecordOf } from './kind.ts'
import { reachOf, walkSet, type Found, type ListCall } from './visible-rows.ts'
import { loadMany } from './load.ts'
import { decodeRowBody, type RowBody } from './row-body.ts'
import { withoutSecrets } from './mask.ts'
import { rowBodyOf } from './rows.ts'
import { viewed, viewOf } from './show.ts'
import { createStream } from './stream.ts'
import { rowBudget, walkApart, type Walked } from './walk.ts'
import { isHit } from './word-row.ts'
import { matches } from './words.ts'

/** Exact hits that one search gives at most. */
const exactLimit = 20

/** Rows after which a search of common words gives up putting its hits in the common order. */
const manyRows = 600

/** Rows of the word that decided. */
export interface WalkedWord {
  rows: Item[]
  reached?: string
  word: string
}

/**
 * Word rows of the records in force that hold all `words`, walking the rows of each of `walked` (two letters or more) until
 * one of them gives `limit` hits or ends. After many rows `page` hits will do: then the order is that word's.
 */
export async function walkWords<T extends object>(
  { core, kind }: ListCall<T>,
  words: readonly string[],
  walked: readonly string[],
  after: string | undefined,
  limit: number,
  page: number,
): Promise<WalkedWord> {
  const budget = { left: rowBudget }
  const streams = walked.map((word) =>
    createStream(core.store, [keys.word(kind, word)], { after: after ?? word, before: `${word}\uffff` }, budget),
  )
  const keeps = (row: Item, stream: number): boolean => isHit(row, words, walked[stream] as string)
  const { stream, ...found } = await walkApart(streams, keeps, limit, { rows: manyRows, hits: page }, budget)
  return { ...found, word: walked[stream] as string }
}

/** The list rows at these positions that the caller may see and that meet the filters, in that order. */
export async function visibleHits<T extends object>(
  { core, kind, actor, narrowing }: ListCall<T>,
  positions: readonly string[],
): Promise<Found[]> {
  const reach = reachOf(kind, actor, 'main')
  if (reach === 'none') return []
  const within = reachCondition(reach)
  const conditions = [...narrowing.conditions, ...(within ? [within] : [])]
  if (!conditions.every(isPossible)) return []
  const pk = keys.list(kind, 'main', 'all')
  const found = (await core.store.getMany(positions.map((sk) => ({ pk, sk })))).filter((row) => {
    const body = decodeRowBody(kind, row)
    return meets(kind, body, narrowing, conditions) && isListed(kind, actor, 'main', body)
  })
  const due = narrowing.dueBefore && (await dueOnes({ core, kind, actor, narrowing }, found))
  return found.filter((row) => !due || due.has(row.sk)).map((row) => ({ set: 'main' as const, row }))
}

/** Positions of the rows whose record in force is due before the date asked for; rows do not say so themselves. */
async function dueOnes<T extends object>(
  { core, kind, narrowing }: ListCall<T>,
  rows: readonly Item[],
): Promise<ReadonlySet<string>> {
  const ids = rows.map((row) => decodeRowBody(kind, row).record.id)
  const loaded = await loadMany(core.store, kind, ids)
  const due = loaded
    .flatMap(({ snapshot }) => kind.views(snapshot))
    .filter(({ set, record }) => set === 'main' && isDue(kind, withoutSecrets(kind, record), narrowing))
    .map(({ record }) => record.id)
  return new Set(rows.filter((_row, at) => due.includes(ids[at] as string)).map(({ sk }) => sk))
}

/** Working copies within the caller's reach that hold all words; those in force are found in their registered form. */
export async function walkWorkingCopies<T extends object>(
  call: ListCall<T>,
  words: readonly string[],
  after: string | undefined,
  limit: number,
): Promise<Walked> {
  const also = (body: RowBody): boolean =>
    !call.kind.hidden.includes(body.record.state) && matches(body.text as string, words)
  return walkSet(call, 'work', after ? { after } : {}, limit, { left: rowBudget }, also)
}

/** The records with these ids, as the caller sees them, that meet the filters; in any state when none is asked for. */
export async function namedHits<T extends object>(call: ListCall<T>, ids: readonly string[]): Promise<Summary[]> {
  const { kind, narrowing } = call
  const inAnyState = { ...narrowing, states: narrowing.states ?? kind.states }
  return seenHits({ ...call, narrowing: inAnyState }, [...new Set(ids)], () => true)
}

/** Records of which `q` is an exact number, as the caller sees them. */
export async function exactHits<T extends object>(call: ListCall<T>, q: string): Promise<Summary[]> {
  const { core, kind } = call
  const pk = keys.exact(kind, q)
  const page = await core.store.query(pk, { limit: exactLimit })
  const isExact = (record: RecordOf<T>): boolean =>
    !kind.hidden.includes(record.state) && kind.exact(record).some((value) => value && keys.exact(kind, value) === pk)
  return seenHits(
    call,
    page.items.map((item) => String(item.body)),
    isExact,
  )
}

/** Summaries of the revisions that the caller sees, without secrets, of those that meet the filters and `also`. */
async function seenHits<T extends object>(
  { core, kind, actor, narrowing }: ListCall<T>,
  ids: readonly string[],
  also: (record: RecordOf<T>) => boolean,
): Promise<Summary[]> {
  return (await loadMany(core.store, kind, ids)).flatMap(({ snapshot }) => {
    const view = viewOf(kind, actor, snapshot)
    const record = view && withoutSecrets(kind, viewed(snapshot, view))
    if (!record || !also(record) || !isDue(kind, record, narrowing)) return []
    const body = rowBodyOf(kind, record)
    return meets(kind, body, narrowing, narrowing.conditions) ? [body.record] : []
  })
}
