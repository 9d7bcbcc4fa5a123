import type { Item } from '../../store/store.ts'
import type { ListPage, Summary } from '../api.ts'
import { idAt } from '../keys.ts'
import { badCursor, decodeCursor, encodeCursor } from '../list/cursor.ts'
import type { Past } from '../list/list-as-of.ts'
import { summaries, type Found, type ListCall } from '../list/visible-rows.ts'
import { positionOf } from '../rows/word-row.ts'
import { queryWords } from '../rows/words.ts'
import { exactHits, visibleHits, walkWorkingCopies } from './hits.ts'
import { walkWords, type WalkedWord } from './walk-words.ts'

/** With so few hits all of them are collected and given in the common order; with more they come word by word. */
const collectLimit = 200

/** A search as one page of it is made: `first` are the exact hits, which stand on the first page and nowhere else. */
interface Search<T extends object> {
  call: ListCall<T>
  words: readonly string[]
  limit: number
  first: readonly Summary[]
  /** What this page begins with. */
  lead: readonly Summary[]
}

/**
 * Records of which every word of `q` begins some indexed word; an exact number first. Words of one letter only narrow.
 * Throws `malformed` for a cursor of another search.
 */
export async function search<T extends object>(
  call: ListCall<T>,
  q: string,
  cursor: string | undefined,
  limit: number,
  asOf?: string,
): Promise<ListPage> {
  if (!call.kind.texts) return { items: [] }
  const words = queryWords(q)
  if (asOf !== undefined) return searchThen(call, { time: asOf, words }, cursor, limit)
  const at = cursor ? decodeCursor(cursor, 'q') : undefined
  const first = (await exactHits(call, q)).slice(0, limit)
  const asked = { call, words, limit, first, lead: at ? [] : first }
  const walked = words.filter((word) => word.length > 1)
  const word = at?.['word']
  if (word !== undefined && !walked.includes(word)) throw badCursor()
  if (walked.length === 0) return { items: [...asked.lead] }
  if (word !== undefined) return byWord(asked, { word, ...at })
  const work = await walkWorkingCopies(call, words, undefined, collectLimit + 1)
  const main = await walkWords(call, words, walked, undefined, collectLimit + 1, limit)
  if (main.reached === undefined && work.reached === undefined) {
    return inOrder(asked, { main, work: work.rows }, at?.['at'])
  }
  return byWord(asked, { word: main.word }, main)
}

async function searchThen<T extends object>(
  call: ListCall<T>,
  past: Past & { words: readonly string[] },
  cursor: string | undefined,
  limit: number,
): Promise<ListPage> {
  if (past.words.length === 0) return { items: [] }
  const { listAsOf } = await import('../list/list-as-of.ts')
  return listAsOf(call, past, cursor, limit)
}

/** The page of all hits that follows a position; list rows are read only until the page is full. */
async function inOrder<T extends object>(
  { call, limit, first, lead }: Search<T>,
  hits: { main: WalkedWord; work: readonly Item[] },
  after: string | undefined,
): Promise<ListPage> {
  const shownBefore = new Set(first.map(({ id }) => id))
  const rest = [
    ...hits.main.rows.map((row) => ({ position: positionOf(row), row, set: 'main' as const })),
    ...hits.work.map((row) => ({ position: row.sk, row, set: 'work' as const })),
  ]
    .filter(({ position }) => !shownBefore.has(idAt(position)) && (after === undefined || position > after))
    .sort((a, b) => (a.position < b.position ? -1 : 1))
  const room = limit - lead.length
  // One more than fits tells whether there is a further page.
  const step = room + 1
  const page: Found[] = []
  for (let from = 0; from < rest.length && page.length <= room; from += step) {
    const some = rest.slice(from, from + step)
    const inForce = await visibleHits(
      call,
      some.flatMap(({ set, position }) => (set === 'main' ? [position] : [])),
      hits.main.guarded,
    )
    const byPosition = new Map(inForce.map((found) => [found.row.sk, found]))
    page.push(
      ...some.flatMap(({ set, row, position }) => (set === 'work' ? { set, row } : (byPosition.get(position) ?? []))),
    )
  }
  const shown = page.slice(0, room)
  const next = encodeCursor({ k: 'q', at: shown.at(-1)?.row.sk ?? '' })
  return { items: [...lead, ...(await summaries(call, shown))], ...(page.length > room && { next }) }
}

/** Where a search that comes word by word goes on: in the working copies, then in the rows of one word. */
interface WordPosition {
  word: string
  work?: string
  after?: string
}

/** Working copies first, then hits in the order of one word's rows; `ready` are that word's first rows, when already read. */
async function byWord<T extends object>(
  asked: Search<T>,
  { word, work, after }: WordPosition,
  ready?: WalkedWord,
): Promise<ListPage> {
  const { call, words, limit, lead } = asked
  if (after !== undefined) return wordPage(asked, [], await walkWords(call, words, [word], after, limit, limit))
  const room = limit - lead.length
  const copies = room > 0 ? await walkWorkingCopies(call, words, work, room) : { rows: [], reached: work ?? '' }
  const items = [
    ...lead,
    ...(await unseen(
      asked,
      copies.rows.map((row) => ({ set: 'work', row })),
    )),
  ]
  if (copies.reached !== undefined) return { items, next: encodeCursor({ k: 'q', word, work: copies.reached }) }
  return wordPage(asked, items, ready ?? (await walkWords(call, words, [word], undefined, limit, limit)))
}

/** A page that begins with `items` and is filled up with a word's rows. */
async function wordPage<T extends object>(
  asked: Search<T>,
  items: readonly Summary[],
  { rows, reached, word, guarded }: WalkedWord,
): Promise<ListPage> {
  const room = asked.limit - items.length
  const page = rows.slice(0, room)
  const after = rows.length > room ? (page.at(-1) as Item).sk : reached
  const found = await visibleHits(
    asked.call,
    page.map((row) => positionOf(row)),
    guarded,
  )
  return {
    items: [...items, ...(await unseen(asked, found))],
    ...(after !== undefined && { next: encodeCursor({ k: 'q', word, after }) }),
  }
}

/** The summaries of rows but those of exact hits, which the first page has shown. */
async function unseen<T extends object>({ call, first }: Search<T>, rows: readonly Found[]): Promise<Summary[]> {
  const ids = new Set(first.map(({ id }) => id))
  return (await summaries(call, rows)).filter(({ id }) => !ids.has(id))
}
