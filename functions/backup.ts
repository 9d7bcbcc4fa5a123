import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { stdout } from 'node:process'
import { writeBackup } from './backup/write-backup.ts'
import { openCommandStore, runCommand } from './command-store.ts'
import { dataFileName } from './local/data-store.ts'
import { openEmbeddedStore } from './store/embedded.ts'

await runCommand(async () => {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new Error('Say where to: npm run backup -- <an empty folder>')
  const { store, dataDir } = await openCommandStore(process.env)
  const at = new Date().toISOString()
  const manifest = dataDir === undefined ? await writeBackup(store, folder, at) : await backupOf(dataDir)
  await store.close()
  stdout.write(`${manifest.items} items, ${manifest.files.length} files\ndigest ${manifest.digest}\n`)
  return 0

  /** Of a copy that SQLite makes of one moment, so that a running server may go on. */
  async function backupOf(directory: string): ReturnType<typeof writeBackup> {
    const copy = join(directory, `backup-${process.pid}.sqlite`)
    const database = new DatabaseSync(join(directory, dataFileName), { readOnly: true })
    database.prepare('VACUUM INTO ?').run(copy)
    database.close()
    const snapshot = openEmbeddedStore({ file: copy })
    try {
      const folders = { files: join(directory, 'files'), heads: join(directory, 'heads') }
      return await writeBackup(snapshot, folder as string, at, folders)
    } finally {
      await snapshot.close()
      for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
    }
  }
})
