import type { Key } from '../store/store.ts'
import { sortKey } from './sort-key.ts'
import { foldAccents } from './sort-key.ts'
import { wordPartition } from './words.ts'

export type RowSet = 'main' | 'work'

const width = 8

/** The key layout of everything the engine stores. Nothing else builds or reads a key. */
export const keys = {
  record: (kind: string, id: string): string => `${kind}#${id}`,
  head: (kind: string, id: string): Key => ({ pk: `${kind}#${id}`, sk: 'head' }),
  revision: (kind: string, id: string, revision: number): Key => ({ pk: `${kind}#${id}`, sk: revisionKey(revision) }),
  valid: (kind: string, id: string, at: string, revision: number): Key => ({
    pk: `${kind}#${id}`,
    sk: `valid#${at}#${String(revision).padStart(width, '0')}`,
  }),
  note: (kind: string, id: string, noteId: string): Key => ({ pk: `${kind}#${id}`, sk: `note#${noteId}` }),
  incoming: (target: { kind: string; id: string }, rel: string, kind: string, id: string): Key => ({
    pk: `${target.kind}#${target.id}`,
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
  return `rev#${String(revision).padStart(width, '0')}`
}
