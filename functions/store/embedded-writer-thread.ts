import { Worker } from 'node:worker_threads'
import { commitText } from './commit-text.ts'
import type { Meter } from './meter.ts'
import { OutcomeUnknown, StoreBusy, type Write } from './store.ts'
import { fromWire, type WireError } from './wire-error.ts'

/** What the thread is started with. */
export interface ThreadData {
  file: string
  /** What the clock of the store shows beyond the machine's. */
  aheadMs: number
  lockWaitMs?: number
}

/** Commits on their way to the thread, each as `commitText` says it; null: no more will come. */
export type ToThread = { id: number; commits: string[] } | null

/** What has become of the commits of one message, in their order, and what all of the thread's commits have cost. */
export interface FromThread {
  id: number
  outcomes: (WireError | null)[]
  meter: Meter
}

/** Commits made by another thread. */
export interface WriterThread {
  /** As `Store.commit`. */
  commit(writes: readonly Write[], token: string): Promise<void>
  /** Resolves when every commit is settled and the thread has ended. */
  close(): Promise<void>
}

interface Waiting {
  resolve(): void
  reject(error: unknown): void
}

/** Commits that are sent at once while more are being prepared; the fewer their transactions, the fewer pages are written anew. */
const sentAtOnce = 125
/** Letters that the thread has before it, about: what more there is waits here, where there is room for it. */
const mostUnderWay = 5_000_000
/** It holds what is on its way, and little else. */
const resourceLimits = { maxOldGenerationSizeMb: 40, maxYoungGenerationSizeMb: 12 }

/** Starts a thread that writes to the store's file. */
export function startWriterThread(options: {
  file: string
  now: () => number
  lockWaitMs?: number
  meter?: Meter
}): WriterThread {
  const { file, now, lockWaitMs, meter } = options
  const workerData: ThreadData = { file, aheadMs: now() - Date.now(), ...(lockWaitMs !== undefined && { lockWaitMs }) }
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData, resourceLimits })
  const sent = new Map<number, { waiting: readonly Waiting[]; letters: number }>()
  const queue: (Waiting & { text: string })[] = []
  let underWay = 0
  let sending: NodeJS.Immediate | undefined
  let messages = 0
  let ended: { cause: unknown } | undefined
  let closing: 'begun' | 'told' | undefined
  const exit = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const before = { commits: meter?.commits ?? 0, writeUnits: meter?.writeUnits ?? 0 }

  worker.on('message', ({ id, outcomes, meter: cost }: FromThread) => {
    if (meter) {
      meter.commits = before.commits + cost.commits
      meter.writeUnits = before.writeUnits + cost.writeUnits
      meter.lastCommitUnits = cost.lastCommitUnits
    }
    const { waiting = [], letters = 0 } = sent.get(id) ?? {}
    sent.delete(id)
    underWay -= letters
    for (const [at, { resolve, reject }] of waiting.entries()) {
      const failure = outcomes[at]
      if (failure) reject(fromWire(failure))
      else resolve()
    }
    send()
  })
  worker.once('error', (cause) => end(cause))
  void exit.then(() => end(undefined))

  function end(cause: unknown): void {
    ended ??= { cause }
    const lost = [...[...sent.values()].flatMap(({ waiting }) => waiting), ...queue.splice(0)]
    sent.clear()
    for (const { reject } of lost) reject(new OutcomeUnknown('the writing thread has ended', { cause }))
  }

  function send(): void {
    if (sending) clearImmediate(sending)
    sending = undefined
    while (queue.length > 0 && underWay < mostUnderWay) {
      const some = queue.splice(0, sentAtOnce)
      const commits = some.map(({ text }) => text)
      const letters = commits.reduce((sum, text) => sum + text.length, 0)
      underWay += letters
      sent.set(++messages, { waiting: some.map(({ resolve, reject }) => ({ resolve, reject })), letters })
      worker.postMessage({ id: messages, commits } satisfies ToThread)
    }
    if (closing !== 'begun' || queue.length > 0 || sent.size > 0 || ended) return
    closing = 'told'
    worker.postMessage(null satisfies ToThread)
  }

  return {
    // No async function: one would hold its writes until they are settled.
    commit(writes, token) {
      if (ended) return Promise.reject(new StoreBusy('the writing thread has ended', { cause: ended.cause }))
      const text = commitText(writes, token)
      return new Promise<void>((resolve, reject) => {
        if (queue.push({ text, resolve, reject }) >= sentAtOnce) send()
        else sending ??= setImmediate(send)
      })
    },
    async close() {
      closing ??= 'begun'
      send()
      await exit
    },
  }
}
