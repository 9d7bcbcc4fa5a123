import { createHash } from 'node:crypto'
import { stdout } from 'node:process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { allKinds } from './kinds.ts'
import { localConfig } from './local/config.ts'
import { dataFileName } from './local/data-store.ts'
import { verifyStore } from './register/verify.ts'
import { openEmbeddedStore } from './store/embedded.ts'

const shown = 200

const { dataDir } = localConfig(process.env)
const file = join(dataDir, dataFileName)
if (!existsSync(file)) {
  stdout.write(`There is no register in ${dataDir}. Start it once with npm start, or set DATA_DIR.\n`)
  process.exit(2)
}
const store = openEmbeddedStore({ file, now: Date.now })
const { records, revisions, rows, faults } = await verifyStore(store, allKinds, (text) =>
  createHash('sha256').update(text).digest('hex'),
)
await store.close()

for (const { pk, sk, problem } of faults.slice(0, shown)) stdout.write(`${problem}: ${pk} | ${sk}\n`)
if (faults.length > shown) stdout.write(`... and ${faults.length - shown} more\n`)
stdout.write(
  `${records} records, ${revisions} revisions, ${rows} rows: ${faults.length === 0 ? 'everything fits' : `${faults.length} faults`}\n`,
)
process.exit(faults.length === 0 ? 0 : 1)
