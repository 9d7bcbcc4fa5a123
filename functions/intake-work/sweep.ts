import { isRunning, type ImportJob } from '../intake/job.ts'
import { queueHolder } from '../intake/work.ts'
import type { ImportWork } from '../intake/work-queue.ts'
import { RegisterError } from '../register/errors.ts'
import { skewMs } from './file-step.ts'
import type { ChunkDeps } from './split.ts'

/** For so long nobody gives word of an import again that has just been told of. */
const toldMs = 120_000
/** Pieces may wait for their turn; with none done for so long, those that are left are asked for anew. */
const pieceMs = 3_600_000

/**
 * Gives word anew of imports that nobody is at: their message never reached the queue, or died with whoever took it, and nobody has
 * looked at them since. Answers how many. Throws `QueueRefused` when there is still no queue; the next sweep finds the same ones.
 */
export async function sweep(deps: ChunkDeps): Promise<number> {
  const nowMs = Date.parse(deps.now())
  const forgotten: ImportWork[] = []
  for (const id of await deps.jobs.waiting()) {
    const held = await deps.jobs.get(id)
    if (!held || !(await isForgotten(deps, held.job, nowMs))) continue
    const { job } = held
    const lease = { holder: queueHolder, until: nowMs + toldMs }
    const isMine = !isRunning(job) || (await deps.jobs.save(held, { ...job, lease }).catch(unlessBusy))
    if (isMine) forgotten.push({ step: isRunning(job) ? 'go' : 'await', id })
  }
  await deps.queue.send(forgotten)
  return forgotten.length
}

/** Whoever was at it has let its time go by, or the file's time is out and nobody has looked whether it came. */
async function isForgotten({ tallies }: ChunkDeps, job: ImportJob, nowMs: number): Promise<boolean> {
  if (job.state === 'uploading') return Date.parse(job.uploadUntil ?? '') + skewMs < nowMs
  if (!isRunning(job) || (job.lease?.until ?? 0) >= nowMs) return false
  const tally = job.applied?.chunks === undefined ? undefined : await tallies.get(job)
  return !tally || Date.parse(tally.at) + pieceMs < nowMs
}

/** Somebody has got to it meanwhile. */
function unlessBusy(error: unknown): undefined {
  if (error instanceof RegisterError && error.code === 'busy') return undefined
  throw error
}
