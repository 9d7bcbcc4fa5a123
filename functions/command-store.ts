import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { localConfig } from './local/config.ts'
import { dataFileName } from './local/data-store.ts'
import type { ChangeFeed } from './store/changes.ts'
import type { Store } from './store/store.ts'

/** What a command works on: the table that TABLE_NAME names, or the register in DATA_DIR. */
export interface CommandStore {
  store: Store
  /** Absent for a table. */
  dataDir?: string
  /** What follow-up work is still to be done of; absent for a table, whose stream tells. */
  feed?: ChangeFeed
}

/**
 * Opens it; a running server sees every change at once. Throws when there is no register in DATA_DIR, unless it is to be made
 * (`create`).
 */
export async function openCommandStore(
  environment: { readonly [name: string]: string | undefined },
  { create = false }: { create?: boolean } = {},
): Promise<CommandStore> {
  const table = environment['TABLE_NAME']
  if (table) {
    const [{ openDynamoStore }, { scanTable }] = await Promise.all([
      import('./store/dynamodb.ts'),
      import('./store/dynamodb-scan.ts'),
    ])
    return { store: openDynamoStore({ table, scan: scanTable }) }
  }
  const { dataDir } = localConfig(environment)
  const file = join(dataDir, dataFileName)
  if (!create && !existsSync(file))
    throw new Error(`There is no register in ${dataDir}. Start it once with npm start, or set DATA_DIR.`)
  const { openEmbeddedStore } = await import('./store/embedded.ts')
  const store = openEmbeddedStore({ file })
  return { store, dataDir, feed: store }
}

/** Runs a command: what it throws is said in one line, and the exit code is what it gives, or 2. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}
