import { readFileSync } from 'node:fs'
import { createClock } from './clock.ts'
import { createCore } from './core.ts'
import { systemActor } from './directory/directory.ts'
import { importDirectory, type DirectoryFeed } from './directory/import.ts'
import { allKinds } from './kinds.ts'
import { localConfig } from './local/config.ts'
import { openEmbeddedStore } from './store/embedded.ts'

const [file, ...options] = process.argv.slice(2)

/** Reads a feed file into the store of DATA_DIR and prints the report. Throws a sentence for the user. */
async function run(path: string, dryRun: boolean): Promise<void> {
  const config = localConfig(process.env)
  const feed = JSON.parse(readFileSync(path, 'utf8')) as DirectoryFeed
  const store = openEmbeddedStore({ dir: config.dataDir })
  try {
    const clock = createClock(Date.now, config.start)
    const { deps, directory } = createCore({ store, clock, kinds: allKinds })
    const report = await importDirectory({ ...deps, directory }, feed, systemActor(), dryRun)
    for (const result of report.results) {
      if (result.status === 'refused') console.error(JSON.stringify(result))
    }
    console.log(
      JSON.stringify({ dryRun, ...report.counts, ...(report.endedNobody && { endedNobody: report.endedNobody }) }),
    )
    if (report.counts.refused > 0) process.exitCode = 2
  } finally {
    await store.close()
  }
}

try {
  if (!file) throw new Error('Say which file: npm run import:directory -- people.json [--dry-run]')
  await run(file, options.includes('--dry-run'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
