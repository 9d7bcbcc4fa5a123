import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openFolder } from '../files/folder.ts'
import { UnreadableFile } from '../intake/read/unreadable-file.ts'
import { keepSheet } from '../intake/sheet.ts'
import type { FromSheet, SheetData } from './sheet-keeper.ts'

const { dataDir, id, wished } = workerData as SheetData
const found = await keepSheet(openFolder(join(dataDir, 'files')), id, wished).catch((error: unknown): FromSheet => {
  if (error instanceof UnreadableFile) return { reason: error.reason, params: error.params }
  throw error
})
parentPort?.postMessage(found satisfies FromSheet)
