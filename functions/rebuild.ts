import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { allKinds } from './kinds.ts'
import { localConfig } from './local/config.ts'
import { dataFileName } from './local/data-store.ts'
import { rebuildRows } from './register/rebuild.ts'
import { openEmbeddedStore } from './store/embedded.ts'

const { dataDir } = localConfig(process.env)
const file = join(dataDir, dataFileName)
if (!existsSync(file)) {
  stdout.write(`There is no register in ${dataDir}. Start it once with npm start, or set DATA_DIR.\n`)
  process.exit(2)
}
const store = openEmbeddedStore({ file, now: Date.now })
const { records, put, deleted, taken } = await rebuildRows(store, allKinds, randomUUID)
await store.close()
for (const value of taken) stdout.write(`held by another record: ${value}\n`)
stdout.write(`${records} records: ${put} rows put right, ${deleted} taken away\n`)
process.exit(taken.length === 0 ? 0 : 1)
