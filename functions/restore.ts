import { stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { copyFilesBack } from './backup/copy-files.ts'
import { readManifest } from './backup/manifest.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { openCommandStore, runCommand } from './command-store.ts'

const forgottenAtOnce = 10_000

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { over: { type: 'boolean' } }, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Error('Say which backup: npm run restore -- <folder> [--over]')
  const { files } = readManifest(folder)
  const { store, dataDir, feed } = await openCommandStore(process.env, { create: true })
  try {
    const { fits, digest, items, skipped } = await restoreBackup(store, folder, { over: values.over ?? false })
    if (dataDir !== undefined) copyFilesBack(files, folder, dataDir)
    // What was restored is old news: nobody is to be told of it again.
    for (let told = feed?.changes(forgottenAtOnce) ?? []; told.length > 0; told = feed?.changes(forgottenAtOnce) ?? [])
      feed?.forget((told.at(-1) as { seq: number }).seq)
    if (skipped > 0) stdout.write(`went on after ${skipped} parts\n`)
    stdout.write(
      `${items} items\ndigest ${digest}\n${fits ? 'the same as when it was saved\n' : 'NOT what was saved\n'}`,
    )
    return fits ? 0 : 1
  } finally {
    await store.close()
  }
})
