import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

const module = new URL('../../../functions/local/give-way.ts', import.meta.url).href
const source = `
  import { readlinkSync } from 'node:fs'
  import { getPriority } from 'node:os'
  import { parentPort } from 'node:worker_threads'
  import { giveWay } from ${JSON.stringify(module)}
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  const before = getPriority(thread)
  giveWay()
  parentPort.postMessage(getPriority(thread) - before)
`

it.skipIf(process.platform !== 'linux')('puts a thread behind the others of its process', async () => {
  const own = getPriority()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`))
  const [lower] = (await once(worker, 'message')) as [number]
  expect(lower).toBeGreaterThan(0)
  expect(getPriority()).toBe(own)
})
