import type { Item, Write } from '../store/store.ts'
import { sameJson } from './canonical.ts'
import { keys, keyText, positionAt, type RowSet } from './keys.ts'
import type { Kind, Link, RecordOf, Snapshot, View } from './kind.ts'
import { encodeRowBody, type RowBody } from './row-body.ts'
import { withoutSecrets } from './mask.ts'
import { sortKey } from './sort-key.ts'
import { encodeWordBody } from './word-row.ts'
import { indexedWords, searchText } from './words.ts'

/** A derived entry: where it stands and what it says. Unique rows are refused when another record holds them. */
export interface Row extends Item {
  unique?: boolean
}

/** Every derived row of a record, by kind and snapshot alone: verify computes the same ones again. */
export function rowsOf<T extends object>(kind: Kind<T>, snapshot: Snapshot<T> | undefined): Row[] {
  if (!snapshot) return []
  const { newest, registered } = snapshot
  const rows = [
    ...kind.views(snapshot).flatMap((view) => viewRows(kind, view)),
    ...linkRows(kind, snapshot),
    ...[newest, ...(registered ? [registered] : [])]
      .flatMap((record) => kind.exact(withoutSecrets(kind, record)))
      .flatMap((value) => (value ? [{ pk: keys.exact(kind, value), sk: newest.id, body: newest.id }] : [])),
    ...(kind.secretExact?.(newest) ?? []).flatMap((value) =>
      value ? [{ pk: keys.secretExact(kind, value), sk: newest.id, body: newest.id }] : [],
    ),
    ...kind.unique(newest).map(({ scope, value }) => ({ ...keys.unique(scope, value), body: newest.id, unique: true })),
  ]
  return [...new Map(rows.map((row) => [keyText(row), row])).values()]
}

/** The writes that take the rows from one snapshot to the next: only what differs. */
export function rowWrites<T extends object>(
  kind: Kind<T>,
  before: Snapshot<T> | undefined,
  after: Snapshot<T>,
): Write[] {
  const old = new Map(rowsOf(kind, before).map((row) => [keyText(row), row]))
  const next = new Map(rowsOf(kind, after).map((row) => [keyText(row), row]))
  const gone = [...old.values()].filter((row) => !next.has(keyText(row)))
  const changed = [...next.values()].filter((row) => !sameJson(old.get(keyText(row))?.body, row.body))
  return [
    ...gone.map(({ pk, sk }): Write => ({ delete: { pk, sk } })),
    ...(before ? formerLinks(kind, before, after) : []).map((put): Write => ({ put })),
    ...changed.map(({ unique, ...put }): Write => (unique ? { put, if: 'absent' } : { put })),
  ]
}

function viewRows<T extends object>(kind: Kind<T>, { set, record: whole }: View<T>): Row[] {
  const record = withoutSecrets(kind, whole)
  const facets = keptFacets(kind, record, set)
  const texts = kind.texts(record)
  const indexed = !kind.hidden.includes(record.state)
  const text = indexed ? searchText(texts) : ''
  const summary = { record: summaryOf(kind, record, set), facets, ...(set === 'work' && { text }) }
  const sortName = sortKey(kind.sortName(record))
  const position = positionAt(sortName, record.id, set)
  const own = partitionedFacets(kind, set, facets)
  const partitions = ['all', ...own.flatMap((facet) => (facets[facet] ?? []).map((value) => `${facet}=${value}`))]
  const body = encodeRowBody(kind, position, summary)
  const rows: Row[] = partitions.map((facet) => ({ pk: keys.list(kind, set, facet), sk: position, body }))
  if (set === 'work' || !indexed) return rows
  const words = indexedWords(texts)
  const secretTexts = kind.secretTexts?.(whole) ?? []
  const secretWords = indexedWords(secretTexts).filter((word) => !words.includes(word))
  const word = encodeWordBody(sortName, text, secretWords.length > 0)
  const secretText = searchText(secretTexts)
  return [
    ...rows,
    ...kind.due(record).map(({ what, date }) => {
      const sk = `${date}#${record.id}`
      return { pk: keys.due(kind, what), sk, body: encodeRowBody(kind, sk, summary) }
    }),
    ...words.map((found) => ({ pk: keys.word(kind, found), sk: `${found}#${record.id}`, body: word })),
    ...secretWords.map((found) => ({
      pk: keys.secretWord(kind, found),
      sk: `${found}#${record.id}`,
      body: word + secretText,
    })),
    ...(secretWords.length > 0 ? [{ ...keys.secretText(kind, record.id), body: secretText }] : []),
  ]
}

/** A working copy's row leaves out facets that any save may change. */
function keptFacets<T extends object>(kind: Kind<T>, record: RecordOf<T>, set: RowSet): RowBody['facets'] {
  const facets = Object.entries(kind.facets(record))
  return Object.fromEntries(set === 'main' ? facets : facets.filter(([facet]) => !kind.unsteady?.includes(facet)))
}

/** The facets whose values have partitions of their own in a set. */
export function partitionedFacets<T extends object>(kind: Kind<T>, set: RowSet, facets: object): readonly string[] {
  return kind.partitions?.[set] ?? Object.keys(facets)
}

/** What a list row says of a record, from its secret-free form. */
export function rowBodyOf<T extends object>(kind: Kind<T>, whole: RecordOf<T>): RowBody {
  const record = withoutSecrets(kind, whole)
  return { record: summaryOf(kind, record, 'main'), facets: kind.facets(record) }
}

/** A working copy's row says only what rarely changes, so that autosave touches no row; lists read the rest from the record. */
function summaryOf<T extends object>(kind: Kind<T>, record: RecordOf<T>, set: RowSet): RowBody['record'] {
  const { names: _names, proposed: _proposed, remarks: _remarks, data, ...head } = record
  if (set === 'work') return { ...head, revision: 0, updatedAt: '', updatedBy: '', data: {} }
  const kept = Object.fromEntries(kind.summary.map((field) => [field, (data as { [field: string]: unknown })[field]]))
  return { ...head, data: withoutAbsent(kept) }
}

function withoutAbsent(object: { [field: string]: unknown }): { [field: string]: unknown } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
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
