import type { Key } from '../store/store.ts'
import type { Kind } from './kind.ts'
import { foldAccents } from './rows/sort-key.ts'
import { wordPartition } from './rows/words.ts'

/** Rows of records as they are in force, or as they are being worked on. */
export type RowSet = 'main' | 'work'

/** Whose rows: partitions of rows name their kind as ids do, since there are many of them and every byte is paid for. */
type RowsOf = Pick<Kind<object>, 'prefix'>

const width = 8

/** The key layout of everything the engine stores. Nothing else builds or reads a key. */
export const keys = {
  record: recordPartition,
  head: (kind: string, id: string): Key => ({ pk: recordPartition(kind, id), sk: 'head' }),
  revision: (kind: string, id: string, revision: number): Key => ({
    pk: recordPartition(kind, id),
    sk: revisionKey(revision),
  }),
  valid: (kind: string, id: string, at: string, revision: number): Key => ({
    pk: recordPartition(kind, id),
    sk: `valid#${at}#${padded(revision)}`,
  }),
  note: (kind: string, id: string, noteId: string): Key => ({ pk: recordPartition(kind, id), sk: `note#${noteId}` }),
  incoming: (target: { kind: string; id: string }, rel: string, kind: string, id: string): Key => ({
    pk: recordPartition(target.kind, target.id),
    sk: `in#${rel}#${kind}#${id}`,
  }),
  former: (target: { kind: string; id: string }, rel: string, kind: string, id: string): Key => ({
    pk: recordPartition(target.kind, target.id),
    sk: `was#${rel}#${kind}#${id}`,
  }),
  list: ({ prefix }: RowsOf, set: RowSet, facet: string): string =>
    `list#${prefix}${set === 'work' ? '~work' : ''}#${facet}`,
  due: ({ prefix }: RowsOf, what: string): string => `due#${prefix}#${what}`,
  word: ({ prefix }: RowsOf, word: string): string => `word#${prefix}#${wordPartition(word)}`,
  secretWord: ({ prefix }: RowsOf, word: string): string => `word#${prefix}#secret#${wordPartition(word)}`,
  secretText: ({ prefix }: RowsOf, id: string): Key => ({ pk: `word#${prefix}#secret`, sk: id }),
  exact: ({ prefix }: RowsOf, value: string): string => `exact#${prefix}#${foldAccents(value).trim()}`,
  secretExact: ({ prefix }: RowsOf, value: string): string => `secretexact#${prefix}#${foldAccents(value).trim()}`,
  unique: (scope: string, value: string): Key => ({ pk: `unique#${scope}#${value}`, sk: 'key' }),
  counter: (series: string): Key => ({ pk: `counter#${series}`, sk: 'head' }),
  idempotency: (actor: string, key: string): Key => ({ pk: `idem#${actor}#${key}`, sk: 'key' }),
  readLog: (day: string, entry: string): Key => ({ pk: `readlog#${day}`, sk: entry }),
  touched: (name: string): Key => ({ pk: `meta#${name}`, sk: 'head' }),
}

/** `rev#00000012` */
export function revisionKey(revision: number): string {
  return `rev#${padded(revision)}`
}

/**
 * Where a row stands in a list, by its record's sortable name. A working copy stands at a position of its own, so that a page
 * can end between it and its record.
 */
export function positionAt(sortName: string, id: string, set: RowSet = 'main'): string {
  return `${sortName}#${set === 'work' ? '#' : ''}${id}`
}

/** The id of the record that a row is of: every row's sort key ends with it, but for unique values. */
export function idAt(sk: string): string {
  return sk.slice(sk.lastIndexOf('#') + 1)
}

/** An item's key in one string, for maps and sets. */
export function keyText({ pk, sk }: Key): string {
  return `${pk}\n${sk}`
}

function recordPartition(kind: string, id: string): string {
  return `${kind}#${id}`
}

function padded(revision: number): string {
  return String(revision).padStart(width, '0')
}
