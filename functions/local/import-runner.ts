import { Worker } from 'node:worker_threads'
import type { Runner } from '../intake/runner.ts'
import type { IntakeDeps } from '../intake/work.ts'

/** What the thread is started with. */
export interface ImportsData {
  dataDir: string
  /** What the server's clock shows, RFC 3339. */
  start: string
}

export type ToImports = { start: string } | { resume: true } | { settle: number } | { close: true }
export type FromImports = { settled: number }

/** As much as the command has: an import holds what it has learnt of names and keys. */
const resourceLimits = { maxOldGenerationSizeMb: 256 }

/**
 * Works on imports in a thread of its own, which is started by the first of them, so that whoever uses the server meanwhile does not wait.
 * @param report told when the thread ends before its time; what it was at is taken up by the next import or start
 */
export function createImportRunner(
  { jobs, now }: Pick<IntakeDeps, 'jobs' | 'now'>,
  dataDir: string,
  report: (error: unknown) => void,
): Runner {
  let thread: Worker | undefined
  let asked = 0
  const settling = new Map<number, () => void>()

  function opened(): Worker {
    if (thread) return thread
    const workerData: ImportsData = { dataDir, start: now() }
    const worker = new Worker(new URL('./import-thread.ts', import.meta.url), { workerData, resourceLimits })
    worker.on('message', ({ settled }: FromImports) => settle(settled))
    worker.once('error', report)
    worker.once('exit', () => {
      if (thread === worker) thread = undefined
      for (const id of settling.keys()) settle(id)
    })
    thread = worker
    return worker
  }

  function settle(id: number): void {
    settling.get(id)?.()
    settling.delete(id)
  }

  const tell = (message: ToImports): void => opened().postMessage(message)

  return {
    start: (id) => tell({ start: id }),
    async resume() {
      if ((await jobs.waiting()).length > 0) tell({ resume: true })
    },
    settled: () =>
      thread
        ? new Promise<void>((resolve) => {
            settling.set(++asked, resolve)
            tell({ settle: asked })
          })
        : Promise.resolve(),
    async close() {
      const worker = thread
      if (!worker) return
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      worker.postMessage({ close: true } satisfies ToImports)
      await ended
    },
  }
}
