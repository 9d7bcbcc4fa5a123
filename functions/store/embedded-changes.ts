import type { DatabaseSync } from 'node:sqlite'
import type { ChangeFeed } from './changes.ts'
import { isBusy } from './embedded-file.ts'
import type { Key } from './store.ts'

interface Row {
  seq: number
  pk: string
  sk: string
}

/** The table of changes of one open database, which takes the place of the table's stream on AWS. */
export interface Changes extends ChangeFeed {
  /** Within the transaction that writes the item. */
  append(key: Key): void
}

/** Prepares the statements once for one open database. */
export function createChanges(database: DatabaseSync): Changes {
  const insert = database.prepare('INSERT INTO change (pk, sk) VALUES (?, ?)')
  const first = database.prepare('SELECT seq, pk, sk FROM change ORDER BY seq LIMIT ?')
  const drop = database.prepare('DELETE FROM change WHERE seq <= ?')
  return {
    append: ({ pk, sk }) => void insert.run(pk, sk),
    changes: (most) => (first.all(most) as unknown as Row[]).map(({ seq, pk, sk }) => ({ seq, key: { pk, sk } })),
    forget(seq) {
      try {
        drop.run(seq)
        return true
      } catch (error) {
        if (isBusy(error)) return false
        throw error
      }
    },
  }
}
