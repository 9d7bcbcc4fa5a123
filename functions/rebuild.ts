import { randomUUID } from 'node:crypto'
import { stdout } from 'node:process'
import { openCommandStore, runCommand } from './command-store.ts'
import { allKinds } from './kinds.ts'
import { rebuildRows } from './register/rows/rebuild.ts'

await runCommand(async () => {
  const { store } = await openCommandStore(process.env)
  try {
    const { records, put, deleted, taken } = await rebuildRows(store, allKinds, randomUUID)
    for (const value of taken) stdout.write(`held by another record: ${value}\n`)
    stdout.write(`${records} records: ${put} rows put right, ${deleted} taken away\n`)
    return taken.length === 0 ? 0 : 1
  } finally {
    await store.close()
  }
})
