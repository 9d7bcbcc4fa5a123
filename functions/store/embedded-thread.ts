import { parentPort, workerData } from 'node:worker_threads'
import { commitOf } from './commit-text.ts'
import { openEmbeddedStore } from './embedded.ts'
import { createMeter } from './meter.ts'
import { toWire } from './wire-error.ts'
import type { FromThread, ThreadData, ToThread } from './embedded-writer-thread.ts'

const { file, aheadMs, ...options } = workerData as ThreadData
const cacheMegabytes = 40
const meter = createMeter()
const store = openEmbeddedStore({ file, meter, now: () => Date.now() + aheadMs, cacheMegabytes, ...options })

parentPort?.on('message', (message: ToThread) => void (message ? answer(message) : end()))

async function answer({ id, commits }: { id: number; commits: readonly string[] }): Promise<void> {
  const settled = await Promise.allSettled(commits.map(commit))
  const outcomes = settled.map((one) => (one.status === 'fulfilled' ? null : toWire(one.reason)))
  parentPort?.postMessage({ id, outcomes, meter } satisfies FromThread)
}

async function commit(text: string): Promise<void> {
  const { writes, token } = commitOf(text)
  await store.commit(writes, token)
}

async function end(): Promise<void> {
  await store.close()
  parentPort?.close()
}
