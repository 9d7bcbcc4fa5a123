import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from './embedded-file.ts'

const lookEveryMs = 500
const pagesAtOnce = 512

const database = openDatabase(workerData as string, 1)
const lookAt = database.prepare('PRAGMA wal_checkpoint(NOOP)')
const putIntoFile = database.prepare('PRAGMA wal_checkpoint(PASSIVE)')

const looking = setInterval(() => {
  const { log, checkpointed } = lookAt.get() as { log: number; checkpointed: number }
  if (log - checkpointed >= pagesAtOnce) putIntoFile.get()
}, lookEveryMs)

parentPort?.once('message', () => {
  clearInterval(looking)
  database.close()
})
