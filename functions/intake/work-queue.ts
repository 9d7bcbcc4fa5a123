import type { Runner } from './runner.ts'

/**
 * What is to be done with an import, as a message. `go`: what its state asks for; `await`: see whether the file has come; `chunk`: save
 * one piece of its rows; `settle`: see that the piece did not die with whoever was at it. `sweep` is about all: look for those that
 * nobody is at. `reorganise` is about no import: move the assets of the reorganisations whose day has come, which takes the same code.
 */
export type ImportWork = { step: 'go' | 'await'; id: string } | { step: 'sweep' } | { step: 'reorganise' } | ChunkWork

/** Work on one piece of a run. */
export interface ChunkWork {
  step: 'chunk' | 'settle'
  id: string
  run: number
  chunk: number
}

/** A queue of work that others take from, each message at least once and in no promised order. */
export interface WorkQueue {
  /** @throws QueueRefused when it takes no messages; some may have been taken */
  send(work: readonly ImportWork[], delaySeconds?: number): Promise<void>
}

export class QueueRefused extends Error {
  override name = 'QueueRefused'
}

/** A runner that leaves the work to whoever takes it from the queue. */
export function createQueueRunner(queue: WorkQueue): Runner {
  return {
    handsOver: true,
    expect: (id, seconds) => queue.send([{ step: 'await', id }], seconds),
    start: (id) => queue.send([{ step: 'go', id }]),
    resume: async () => {},
    settled: async () => {},
    close: async () => {},
  }
}
