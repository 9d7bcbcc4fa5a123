import type { Item } from '../store/store.ts'
import type { ListPage, Summary } from './api.ts'
import { listAsOf } from './as-of.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { isListed, meets, reachCondition } from './filters.ts'
import { keys } from './keys.ts'
import { reachOf, summaries, walkSet, type Found, type ListCall } from './listing.ts'
import { loadMany } from './load.ts'
import { decodeListBody, type ListBody } from './list-row.ts'
import { listBody, type WordBody } from './rows.ts'
import { viewOf } from './show.ts'
import { createStream, rowBudget, walk } from './walk.ts'
import { isFirstIndexed, matches, wordsOf } from './words.ts'

/** With so few hits all of them are collected and given in the common order; with more they come word by word. */
const collectLimit = 200
/** Working copies that one search looks for. */
const workLimit = 200

/** Records of which every word of `q` begins some word; an exact number first. */
export async function search<T extends object>(
  call: ListCall<T>,
  q: string,
  cursor: string | undefined,
  limit: number,
  asOf?: string,
): Promise<ListPage> {
  const words = [...new Set(wordsOf(q))].slice(0, 10)
  if (asOf) return words.length > 0 ? listAsOf(call, asOf, words, cursor, limit) : { items: [] }
  const walked = words.filter((word) => word.length > 1)
  const exact = cursor ? [] : await exactHits(call, q)
  if (walked.length === 0) return { items: exact }
  const at = cursor ? decodeCursor(cursor, 'q') : {}
  if (at['word']) return byWord(call, await walkWords(call, words, [at['word']], at['after'], limit), limit, [])
  const work = await workHits(call, words)
  const found = await walkWords(call, words, walked, undefined, collectLimit + 1)
  if (found.reached === undefined) return inOrder(call, { main: found.rows, work }, exact, at['at'], limit)
  return byWord(call, found, limit, [...exact, ...(await summaries(call, work))])
}

/** The page of all hits that follows a position; list rows are read only until the page is full. */
async function inOrder<T extends object>(
  call: ListCall<T>,
  hits: { main: readonly Item[]; work: readonly Found[] },
  exact: readonly Summary[],
  after: string | undefined,
  limit: number,
): Promise<ListPage> {
  const first = new Set(exact.map((item) => item.id))
  const wanted = Math.max(limit - exact.length, 1)
  const rest = [
    ...hits.main.map((row) => ({ position: positionOf(row), id: (row.body as unknown as WordBody).id, row })),
    ...hits.work.map((found) => ({
      position: found.row.sk,
      id: decodeListBody(call.kind, found.row).record.id,
      found,
    })),
  ]
    .filter(({ position, id }) => !first.has(id) && (after === undefined || position > after))
    .sort((a, b) => (a.position < b.position ? -1 : 1))
  const page: Found[] = []
  for (let at = 0; at < rest.length && page.length <= wanted; at += wanted) {
    const some = rest.slice(at, at + wanted)
    const main = await visible(
      call,
      some.flatMap((hit) => ('row' in hit ? [hit.row] : [])),
    )
    const bySk = new Map(main.map((found) => [found.row.sk, found]))
    page.push(...some.flatMap((hit) => ('found' in hit ? [hit.found] : (bySk.get(hit.position) ?? []))))
  }
  const shown = page.slice(0, wanted)
  const more = page.length > wanted && { next: encodeCursor({ k: 'q', at: shown.at(-1)?.row.sk }) }
  return { items: [...exact, ...(await summaries(call, shown))], ...more }
}

function positionOf(row: Item): string {
  return (row.body as unknown as WordBody).position
}

/** Hits in the order of one word's rows, cut to a page; the cursor names that word. */
async function byWord<T extends object>(
  call: ListCall<T>,
  { rows, reached, word }: WalkedWord,
  limit: number,
  first: readonly Summary[],
): Promise<ListPage> {
  const page = rows.slice(0, limit)
  const after = rows.length > limit ? page.at(-1)?.sk : reached
  const ids = new Set(first.map((item) => item.id))
  const found = await summaries(call, await visible(call, page))
  const items = [...first, ...found.filter((item) => !ids.has(item.id))]
  return { items, ...(after !== undefined && { next: encodeCursor({ k: 'q', word, after }) }) }
}

/** Rows of the word that decided. */
interface WalkedWord {
  rows: Item[]
  reached?: string
  word: string
}

async function walkWords<T extends object>(
  { core, kind }: ListCall<T>,
  words: readonly string[],
  walked: readonly string[],
  after: string | undefined,
  limit: number,
): Promise<WalkedWord> {
  const budget = { left: rowBudget }
  const streams = walked.map((word) =>
    createStream(core.store, [keys.word(kind.name, word)], { after: after ?? word, before: `${word}\uffff` }, budget),
  )
  const keeps = (row: Item, stream: number): boolean => {
    const { text } = row.body as unknown as WordBody
    return matches(text, words) && isFirstIndexed(text, walked[stream] ?? '', row.sk)
  }
  const { stream = 0, ...found } = await walk(streams, keeps, limit, budget)
  return { ...found, word: walked[stream] ?? '' }
}

/** The list rows of word rows, those that the caller may see and that meet the filters. */
async function visible<T extends object>(
  { core, kind, actor, narrowing }: ListCall<T>,
  rows: readonly Item[],
): Promise<Found[]> {
  const reach = reachOf(kind, actor, 'main')
  if (reach === 'none') return []
  const within = reachCondition(reach)
  const conditions = [...narrowing.conditions, ...(within ? [within] : [])]
  const at = rows.map((row) => ({
    pk: keys.list(kind.name, 'main', 'all'),
    sk: positionOf(row),
  }))
  const found = await core.store.getMany(at)
  return found
    .filter((row) => {
      const body = decodeListBody(kind, row)
      return meets(kind, body, narrowing, conditions) && isListed(kind, actor, 'main', body)
    })
    .map((row) => ({ set: 'main' as const, row }))
}

/** Working copies within the caller's reach; those in force are found in their registered form. */
async function workHits<T extends object>(call: ListCall<T>, words: readonly string[]): Promise<Found[]> {
  const also = (body: ListBody): boolean =>
    !call.kind.hidden.includes(body.record.state) && matches(body.text ?? '', words)
  const { rows } = await walkSet(call, 'work', {}, workLimit, { left: rowBudget }, also)
  return rows.map((row) => ({ set: 'work' as const, row }))
}

async function exactHits<T extends object>(
  { core, kind, actor, narrowing }: ListCall<T>,
  q: string,
): Promise<Summary[]> {
  const page = await core.store.query(keys.exact(kind.name, q), { limit: 20 })
  const records = await loadMany(
    core.store,
    kind,
    page.items.map((item) => String(item.body)),
  )
  return records.flatMap(({ snapshot }) => {
    const view = viewOf(kind, actor, snapshot)
    if (!view) return []
    const body = listBody(kind, view === 'newest' ? snapshot.newest : (snapshot.registered ?? snapshot.newest))
    const hidden = kind.hidden.includes(body.record.state)
    return !hidden && meets(kind, body, narrowing, narrowing.conditions) ? [body.record] : []
  })
}
