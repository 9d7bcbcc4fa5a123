import type { DatabaseSync } from 'node:sqlite'

/** Reads that follow each other without waiting, as one transaction. */
export interface SharedRead {
  /** Before each read. */
  begin(): void
  /** Before anything that is not to be part of it. */
  end(): void
}

/**
 * Lets the reads of one go share a transaction: each by itself would take and give back SQLite's locks, which costs as much as a row.
 * It ends before anything else is heard of, so that no read is older than what has been acknowledged when it is asked for.
 */
export function createSharedRead(database: DatabaseSync): SharedRead {
  const begin = database.prepare('BEGIN')
  const commit = database.prepare('COMMIT')
  let isOpen = false
  const end = () => {
    if (!isOpen) return
    isOpen = false
    // What cannot be read may have ended it already.
    if (database.isTransaction) commit.run()
  }
  return {
    begin() {
      if (isOpen) return
      begin.run()
      isOpen = true
      queueMicrotask(end)
    },
    end,
  }
}
