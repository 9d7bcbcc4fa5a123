import { Worker } from 'node:worker_threads'

/** Keeps the log of a store short. */
export interface LogKeeper {
  close(): Promise<void>
}

const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 }

/**
 * Puts what has been written ahead into the file a little at a time, in a thread of its own: whoever writes would otherwise
 * put all of 128 MB there at once, and everybody would wait for it.
 */
export function keepLogShort(file: string): LogKeeper {
  const worker = new Worker(new URL('./embedded-log-thread.ts', import.meta.url), { workerData: file, resourceLimits })
  worker.unref()
  const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  // Without the thread the log is put into the file by the commits, which only takes longer.
  worker.once('error', () => {})
  return {
    async close() {
      worker.postMessage('end')
      await exit
    },
  }
}
