import type { ImportJob } from '../intake/job.ts'
import type { Held } from '../intake/job-store.ts'
import { hasCome, readUploaded } from '../intake/upload.ts'
import { type IntakeDeps, takeWork } from '../intake/work.ts'

/** Clocks differ by so much. */
export const skewMs = 10_000

/** Whether an import still waits for its file, even after it was given up. */
function isExpected({ state, fault }: ImportJob): boolean {
  return state === 'uploading' || (state === 'failed' && fault?.reason === 'upload-missing')
}

/** Reads a file that has come; gives up one whose time is out. Gives a word of what was found. */
export async function awaitFile(deps: IntakeDeps, held: Held): Promise<string> {
  const { fault: _, ...job } = held.job
  if (!isExpected(held.job)) return 'not expected'
  if (await hasCome(deps, job.id)) {
    await deps.jobs.save(held, { ...job, state: 'reading' })
    return readFile(deps, job.id)
  }
  if (held.job.state === 'failed') return 'upload-missing'
  if (Date.parse(deps.now()) < Date.parse(job.uploadUntil ?? '') - skewMs) return 'not yet'
  await deps.jobs.save(held, { ...job, state: 'failed', fault: { reason: 'upload-missing', params: {} } })
  return 'upload-missing'
}

/** Reads how the file of an import is built. */
export async function readFile(deps: IntakeDeps, id: string): Promise<string> {
  const work = await takeWork(deps, id)
  if (!work) return 'taken'
  await readUploaded(deps, work)
  return work.job.fault?.reason ?? work.job.state
}
