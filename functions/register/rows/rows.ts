import type { Item, Write } from '../../store/store.ts'
import { sameJson } from '../canonical.ts'
import { keys, keyText, positionAt, type RowSet } from '../keys.ts'
import type { Kind } from '../kind.ts'
import type { Link, Outline, View } from '../outline.ts'
import { withoutSecrets } from '../read/mask.ts'
import type { RecordOf, Snapshot } from '../record.ts'
import { rowEncoder, type RowBody } from './row-body.ts'
import { sortKey } from './sort-key.ts'
import { encodeWordBody } from './word-row.ts'
import { recordWords } from './words.ts'

/** A derived entry: where it stands and what it says. Unique rows are refused when another record holds them. */
export interface Row extends Item {
  unique?: boolean
}

/** Every derived row of a record, by kind and snapshot alone: verify computes the same ones again. */
export function rowsOf<T extends object>(kind: Kind<T>, snapshot: Snapshot<T> | undefined): Row[] {
  return [...rowsByKey(kind, snapshot).values()]
}

/** The writes that take the rows from one snapshot to the next: only what differs. */
export function rowWrites<T extends object>(
  kind: Kind<T>,
  before: Snapshot<T> | undefined,
  after: Snapshot<T>,
): Write[] {
  const old = rowsByKey(kind, before)
  const writes: Write[] = []
  const next = rowsByKey(kind, after)
  for (const [key, { pk, sk }] of old) if (!next.has(key)) writes.push({ delete: { pk, sk } })
  if (before) for (const put of formerLinks(kind, before, after)) writes.push({ put })
  for (const [key, { pk, sk, body, unique }] of next) {
    if (sameJson(old.get(key)?.body, body)) continue
    const put = { pk, sk, body }
    writes.push(unique ? { put, if: 'absent' } : { put })
  }
  return writes
}

function rowsByKey<T extends object>(kind: Kind<T>, snapshot: Snapshot<T> | undefined): Map<string, Row> {
  const rows = new Map<string, Row>()
  if (!snapshot) return rows
  const { newest, registered } = snapshot
  const open = new Map<RecordOf<T>, RecordOf<T>>()
  const opened = (record: RecordOf<T>): RecordOf<T> => {
    const known = open.get(record) ?? withoutSecrets(kind, record)
    open.set(record, known)
    return known
  }
  const add = (row: Row) => void rows.set(keyText(row), row)
  for (const view of kind.views(snapshot)) for (const row of viewRows(kind, view, opened(view.record))) add(row)
  for (const row of linkRows(kind, snapshot)) add(row)
  for (const record of registered ? [newest, registered] : [newest])
    for (const value of kind.exact?.(opened(record)) ?? [])
      if (value) add({ pk: keys.exact(kind, value), sk: newest.id, body: newest.id })
  for (const value of kind.secretExact?.(newest) ?? [])
    if (value) add({ pk: keys.secretExact(kind, value), sk: newest.id, body: newest.id })
  for (const { scope, value } of kind.unique(newest))
    add({ ...keys.unique(scope, value), body: newest.id, unique: true })
  return rows
}

/** @param record the view's, without its secrets */
function viewRows<T extends object>(kind: Kind<T>, { set, record: whole }: View<T>, record: RecordOf<T>): Row[] {
  const facets = keptFacets(kind, record, set)
  const indexed = !kind.hidden.includes(record.state)
  const words = recordWords(indexed ? (kind.texts?.(record) ?? []) : [])
  const summary = { record: summaryOf(kind, record, set), facets, ...(set === 'work' && { text: words.text }) }
  const encode = rowEncoder(kind, summary)
  const sortName = sortKey(kind.sortName(record))
  const position = positionAt(sortName, record.id, set)
  const own = partitionedFacets(kind, set, facets)
  const partitions = ['all', ...own.flatMap((facet) => (facets[facet] ?? []).map((value) => `${facet}=${value}`))]
  const body = encode(position)
  const rows: Row[] = partitions.map((facet) => ({ pk: keys.list(kind, set, facet), sk: position, body }))
  if (set === 'work' || !indexed) return rows
  for (const { what, date } of kind.due(record)) {
    const sk = `${date}#${record.id}`
    rows.push({ pk: keys.due(kind, what), sk, body: encode(sk) })
  }
  const secret = recordWords(kind.secretTexts?.(whole) ?? [])
  const secretWords = secret.indexed.filter((word) => !words.indexed.includes(word))
  const hidesSecrets = secretWords.length > 0
  const word = encodeWordBody(sortName, words.text, hidesSecrets)
  for (const found of words.indexed) rows.push({ pk: keys.word(kind, found), sk: `${found}#${record.id}`, body: word })
  for (const found of secretWords)
    rows.push({ pk: keys.secretWord(kind, found), sk: `${found}#${record.id}`, body: word + secret.text })
  if (hidesSecrets) rows.push({ ...keys.secretText(kind, record.id), body: secret.text })
  return rows
}

/** A working copy's row leaves out facets that any save may change. */
function keptFacets<T extends object>(kind: Outline<T>, record: RecordOf<T>, set: RowSet): RowBody['facets'] {
  const facets = Object.entries(kind.facets(record))
  return Object.fromEntries(set === 'main' ? facets : facets.filter(([facet]) => !kind.unsteady?.includes(facet)))
}

/** The facets whose values have partitions of their own in a set. */
export function partitionedFacets<T extends object>(kind: Outline<T>, set: RowSet, facets: object): readonly string[] {
  return kind.partitions?.[set] ?? Object.keys(facets)
}

/** What a list row says of a record, from its secret-free form. */
export function rowBodyOf<T extends object>(kind: Outline<T>, whole: RecordOf<T>): RowBody {
  const record = withoutSecrets(kind, whole)
  return { record: summaryOf(kind, record, 'main'), facets: kind.facets(record) }
}

/** A working copy's row says only what rarely changes, so that autosave touches no row; lists read the rest from the record. */
function summaryOf<T extends object>(kind: Outline<T>, record: RecordOf<T>, set: RowSet): RowBody['record'] {
  const { names: _names, proposed: _proposed, remarks: _remarks, data, ...head } = record
  if (set === 'work') return { ...head, revision: 0, updatedAt: '', updatedBy: '', data: {} }
  const kept: { [field: string]: unknown } = {}
  for (const field of kind.summary) {
    const value = (data as typeof kept)[field]
    if (value !== undefined) kept[field] = value
  }
  return { ...head, data: kept }
}

/** What stays at the targets of links that a change takes away, where their kind remembers them. */
export function formerLinks<T extends object>(kind: Kind<T>, before: Snapshot<T>, after: Snapshot<T>): Row[] {
  const { rememberedLinks = [] } = kind
  if (rememberedLinks.length === 0) return []
  const keyOf = ({ rel, kind: to, id }: Link): string => `${rel}#${to}#${id}`
  const kept = new Set(linksOf(kind, after).map(keyOf))
  const gone = linksOf(kind, before).filter((link) => rememberedLinks.includes(link.rel) && !kept.has(keyOf(link)))
  const { id } = before.newest
  const rows = gone.map((link): Row => ({ ...keys.former(link, link.rel, kind.name, id), body: id }))
  return [...new Map(rows.map((row) => [keyText(row), row])).values()]
}

/** A link is seen from its target as long as either the newest revision or the one in force holds it. */
function linkRows<T extends object>(kind: Kind<T>, snapshot: Snapshot<T>): Row[] {
  const { id } = snapshot.newest
  return linksOf(kind, snapshot)
    .filter((link) => link.checked)
    .map((link) => ({ ...keys.incoming(link, link.rel, kind.name, id), body: id }))
}

/** Links of the newest revision and of the one in force. */
function linksOf<T extends object>(kind: Kind<T>, { newest, registered }: Snapshot<T>): Link[] {
  return [...kind.links(newest.data), ...(registered ? kind.links(registered.data) : [])]
}
