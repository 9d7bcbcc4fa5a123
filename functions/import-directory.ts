import { readFileSync } from 'node:fs'
import { createClock } from './clock.ts'
import { openCommandStore } from './command-store.ts'
import { createCore } from './core.ts'
import { systemActor } from './directory/directory.ts'
import { feedSchema } from './directory/feed.ts'
import { importDirectory, type DirectoryFeed } from './directory/import.ts'
import { allKinds } from './kinds.ts'
import { parse } from './register/change/validate.ts'
import type { Store } from './store/store.ts'

const [path, ...options] = process.argv.slice(2)
/** In the register in DATA_DIR; the rows of a table are saved one by one, since each may wait for the one before. */
const rowsAtOnce = 50

try {
  if (!path) throw new Error('Say which file: npm run import:directory -- people.json [--dry-run]')
  const feed = readFeed(path)
  const { store, dataDir } = await openCommandStore(process.env)
  try {
    await run(feed, store, dataDir === undefined ? 1 : rowsAtOnce, options.includes('--dry-run'))
  } finally {
    await store.close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function readFeed(file: string): DirectoryFeed {
  try {
    return parse(feedSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} is no directory feed in JSON that can be read.`, { cause })
  }
}

/** Prints the counts, and each refused row as a line on standard error. */
async function run(feed: DirectoryFeed, store: Store, atOnce: number, dryRun: boolean): Promise<void> {
  const clock = createClock(Date.now, process.env['CLOCK'])
  const { deps, directory } = createCore({ store, clock, kinds: allKinds })
  const report = await importDirectory({ ...deps, directory, atOnce }, feed, systemActor(), dryRun)
  for (const result of report.results) {
    if (result.status === 'refused') console.error(JSON.stringify(result))
  }
  const { counts, endedNobody } = report
  console.log(JSON.stringify({ dryRun, ...counts, ...(endedNobody && { endedNobody }) }))
  if (counts.refused > 0) process.exitCode = 2
}
