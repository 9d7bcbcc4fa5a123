import type { Item } from '../../store/store.ts'
import type { Summary } from '../api.ts'
import { idAt, keys } from '../keys.ts'
import { isDue, isListed, isPossible, meets, reachCondition } from '../list/filters.ts'
import { reachOf, walkSet, type Found, type ListCall } from '../list/visible-rows.ts'
import { rowBudget, type Walked } from '../list/walk.ts'
import { loadMany } from '../read/load.ts'
import { withoutSecrets } from '../read/mask.ts'
import { viewed, viewOf } from '../read/show.ts'
import type { RecordOf } from '../record.ts'
import { decodeRowBody, type RowBody } from '../rows/row-body.ts'
import { rowBodyOf } from '../rows/rows.ts'
import { matches } from '../rows/words.ts'
import { findsSecrets, readableSecrets } from './secret-words.ts'

/** Exact hits that one search gives at most. */
const exactLimit = 20

/**
 * The list rows at these positions that the caller may see and that meet the filters, in that order.
 * @param guarded ids of records that are hits only by words in secret fields
 */
export async function visibleHits<T extends object>(
  call: ListCall<T>,
  positions: readonly string[],
  guarded: ReadonlySet<string>,
): Promise<Found[]> {
  const { core, kind, actor, narrowing } = call
  const reach = reachOf(kind, actor, 'main')
  if (reach === 'none') return []
  const within = reachCondition(reach)
  const conditions = [...narrowing.conditions, ...(within ? [within] : [])]
  if (!conditions.every(isPossible)) return []
  const pk = keys.list(kind, 'main', 'all')
  const rows = (await core.store.getMany(positions.map((sk) => ({ pk, sk })))).filter((row) => {
    const body = decodeRowBody(kind, row)
    return meets(kind, body, narrowing, conditions) && isListed(kind, actor, 'main', body)
  })
  const secret = rows.map(({ sk }) => idAt(sk)).filter((id) => guarded.has(id))
  const readable = await readableSecrets(call, secret)
  const found = rows.filter(({ sk }) => !guarded.has(idAt(sk)) || readable.has(idAt(sk)))
  const due = narrowing.dueBefore && (await dueOnes(call, found))
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

/** Records of which `q` is an exact number, as the caller sees them; then those of which it is one in a secret field. */
export async function exactHits<T extends object>(call: ListCall<T>, q: string): Promise<Summary[]> {
  const found = new Map<string, Summary>()
  for (const value of new Set([q, call.kind.asExact?.(q) ?? q]))
    for (const hit of [...(await openExactHits(call, value)), ...(await secretExactHits(call, value))])
      if (!found.has(hit.id)) found.set(hit.id, hit)
  return [...found.values()]
}

async function secretExactHits<T extends object>(call: ListCall<T>, q: string): Promise<Summary[]> {
  const { core, kind } = call
  if (!kind.secretExact || !findsSecrets(call)) return []
  const pk = keys.secretExact(kind, q)
  const page = await core.store.query(pk, { limit: exactLimit })
  const ids = page.items.map(({ sk }) => sk)
  const isExact = (record: RecordOf<T>): boolean =>
    !!kind.secretExact?.(record).some((value) => value && keys.secretExact(kind, value) === pk)
  const readable = await readableSecrets(call, ids, isExact)
  return seenHits(call, [...readable], ({ state }) => !kind.hidden.includes(state))
}

async function openExactHits<T extends object>(call: ListCall<T>, q: string): Promise<Summary[]> {
  const { core, kind } = call
  if (!kind.exact) return []
  const pk = keys.exact(kind, q)
  const page = await core.store.query(pk, { limit: exactLimit })
  const isExact = (record: RecordOf<T>): boolean =>
    !kind.hidden.includes(record.state) &&
    !!kind.exact?.(record).some((value) => value && keys.exact(kind, value) === pk)
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
