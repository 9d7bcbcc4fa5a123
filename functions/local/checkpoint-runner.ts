import { Worker } from 'node:worker_threads'

/** What the thread is started with. */
export interface CheckpointData {
  dataDir: string
  /** What the server's clock shows, RFC 3339. */
  start: string
}

export interface CheckpointMade {
  outcome: string
  /** Records whose history is not what the head before said. */
  faults: number
}

/** Seals the history of a day. */
export interface CheckpointRunner {
  run(): Promise<CheckpointMade>
  /** Breaks off; the next run begins anew. */
  close(): Promise<void>
}

/** Makes the checkpoint in a thread of its own: it reads every record, and nobody is to wait for that. */
export function createCheckpointRunner(dataDir: string, now: () => string): CheckpointRunner {
  let thread: Worker | undefined
  return {
    run: () =>
      new Promise((resolve, reject) => {
        const workerData: CheckpointData = { dataDir, start: now() }
        const worker = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), { workerData })
        thread = worker
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', () => {
          thread = undefined
          reject(new Error('the checkpoint was broken off'))
        })
      }),
    close: async () => void (await thread?.terminate()),
  }
}
