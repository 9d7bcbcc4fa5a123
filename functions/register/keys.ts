import type { Key } from '../store/store.ts'
import { foldAccents, sortKey } from './sort-key.ts'
import { wordPartition } from './words.ts'

/** Rows of records as they are in force, or as they are being worked on. */
export type RowSet = 'main' | 'work'

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
  list: (kind: string, set: RowSet, facet: string): string => `list#${kind}${set === 'work' ? '~work' : ''}#${facet}`,
  /** The id comes last; a working copy stands at a position of its own, so that a page can end between it and its record. */
  position: (name: string, id: string, set: RowSet = 'main'): string =>
    `${sortKey(name)}#${set === 'work' ? '#' : ''}${id}`,
  due: (kind: string, what: string): string => `due#${kind}#${what}`,
  word: (kind: string, word: string): string => `word#${kind}#${wordPartition(word)}`,
  exact: (kind: string, value: string): string => `exact#${kind}#${foldAccents(value).trim()}`,
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
