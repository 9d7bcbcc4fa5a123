import type { Key } from './store.ts'

/** One change that the store tells of: which item was put. `seq` grows in the order of the commits. */
export interface Change {
  seq: number
  key: Key
}

/** What a store tells of the items put in it, oldest first; each stays until it is forgotten, so that nothing is lost by a crash. */
export interface ChangeFeed {
  changes(most: number): Change[]
  /** Drops everything up to and including `seq`; false when somebody else is writing just now, and nothing was dropped. */
  forget(seq: number): boolean
}

/** Sort keys of new revisions begin so; every change of a record has one, and it is never written again. */
export const revisionPrefix = 'rev#'
/** The partition of mails that wait to be sent. */
export const pendingMail = 'mail#pending'

/** The puts that a store tells of; the event source of the Lambda on the table's stream filters by the same. */
export function isTold({ pk, sk }: Key): boolean {
  return sk.startsWith(revisionPrefix) || pk === pendingMail
}
