import { Worker } from 'node:worker_threads'
import { UnreadableFile } from '../intake/read/unreadable-file.ts'
import type { KeptSheet } from '../intake/sheet.ts'
import type { IntakeDeps } from '../intake/work.ts'

/** What the thread is started with. */
export interface SheetData {
  dataDir: string
  id: string
  wished: string | undefined
}

export type FromSheet = KeptSheet | Pick<UnreadableFile, 'reason' | 'params'>

/** More than the largest workbook takes; one that asks for more ends its thread and not the server. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

/** Reads each workbook in a thread of its own, so that whoever uses the server meanwhile does not wait. As `keepSheet`. */
export function createSheetKeeper(dataDir: string): IntakeDeps['keepSheet'] {
  return (id, wished) =>
    new Promise((resolve, reject) => {
      const workerData: SheetData = { dataDir, id, wished }
      const worker = new Worker(new URL('./sheet-thread.ts', import.meta.url), { workerData, resourceLimits })
      worker.once('message', (found: FromSheet) =>
        'reason' in found ? reject(new UnreadableFile(found.reason, found.params)) : resolve(found),
      )
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error(`the workbook of ${id} was not read to its end`)))
    })
}
