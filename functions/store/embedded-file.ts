import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const formatVersion = 2
const openingTimeoutMs = 10_000
/** A thread that waits for the lock answers nobody meanwhile: the writer asks again instead. */
const busyTimeoutMs = 1

// 16 KB pages, since a row longer than a quarter of a page spills over and with 4 KB pages the file doubles. The log is put
// into the file every 128 MB: an import changes the same pages again and again, and each is then written once. NORMAL leaves it
// to the writer to sync what it commits.
const pragmas = `
  PRAGMA page_size = 16384;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 8192;
  PRAGMA journal_size_limit = 134217728;
`

const tables = `
  CREATE TABLE IF NOT EXISTS item (
    pk TEXT NOT NULL COLLATE BINARY,
    sk TEXT NOT NULL COLLATE BINARY,
    body ANY NOT NULL,
    version INTEGER,
    expires_at INTEGER,
    PRIMARY KEY (pk, sk)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS expiring ON item (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS token (token TEXT PRIMARY KEY, digest TEXT NOT NULL, at INTEGER NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS change (seq INTEGER PRIMARY KEY AUTOINCREMENT, pk TEXT NOT NULL, sk TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${formatVersion};
`

/**
 * Opens the file, making it and its directory when they are not there; several processes may do so at once.
 * A transaction of SQLite ends before the log is synced (`createLogSync`), so that the thread need not wait for the disk.
 * @throws Error when the file was written by a newer version of the product, or is no database
 */
export function openDatabase(file: string, cacheMegabytes = 64): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file, { timeout: openingTimeoutMs })
  try {
    prepareFile(database)
    database.exec(`PRAGMA cache_size = ${-cacheMegabytes * 1024}; PRAGMA busy_timeout = ${busyTimeoutMs}`)
    return database
  } catch (error) {
    database.close()
    throw new Error(`cannot open ${file} as a store`, { cause: error })
  }
}

/** Whether an error of SQLite says that another process holds the lock. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 5 || code === 6
}

function prepareFile(database: DatabaseSync): void {
  const giveUpAt = performance.now() + openingTimeoutMs
  for (;;) {
    try {
      database.exec(pragmas)
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
      if (version > formatVersion) throw new Error(`store format ${version} is newer than ${formatVersion}`)
      if (version < formatVersion) database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`)
      return
    } catch (error) {
      // The switch to WAL answers "busy" at once, whatever the time-out, when another process does the same.
      if (!isBusy(error) || performance.now() > giveUpAt) throw error
      if (database.isTransaction) database.exec('ROLLBACK')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
