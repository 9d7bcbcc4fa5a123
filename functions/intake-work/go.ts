import { checkImport } from '../intake/check.ts'
import { openChunks } from '../intake/chunk-tally.ts'
import type { Held } from '../intake/job-store.ts'
import { queueHolder, takeWork } from '../intake/work.ts'
import { readFile } from './file-step.ts'
import { finishImport } from './finish.ts'
import { type ChunkDeps, splitImport } from './split.ts'

/** With no piece done for so long, those that are left are asked for anew. */
const silentMs = 120_000

/** Does what the state of an import asks for; gives a word of what came of it. */
export async function goOn(deps: ChunkDeps, held: Held): Promise<string> {
  const { id, state } = held.job
  if (state === 'reading') return readFile(deps, id)
  if (state === 'checking') return check(deps, id)
  if (state === 'applying') return apply(deps, held)
  return 'nothing to do'
}

async function check(deps: ChunkDeps, id: string): Promise<string> {
  const work = await takeWork(deps, id)
  if (!work) return 'taken'
  const actor = await deps.actorOf(work.job.createdBy, 'sv')
  if (!actor) return left(work)
  if (await checkImport(deps, work, actor)) return work.job.state
  const held = await deps.jobs.get(id)
  if (held)
    await deps.jobs.save(held, {
      ...held.job,
      lease: { holder: queueHolder, until: Date.parse(deps.now()) + silentMs },
    })
  await deps.queue.send([{ step: 'go', id }])
  return 'goes on'
}

async function apply(deps: ChunkDeps, { job }: Held): Promise<string> {
  const tally = job.applied?.chunks === undefined ? undefined : await deps.tallies.get(job)
  const isUnderWay = tally !== undefined && openChunks(tally).length > 0
  if (isUnderWay && Date.parse(deps.now()) - Date.parse(tally.at) < silentMs) return 'under way'
  const work = await takeWork(deps, job.id)
  if (!work) return 'taken'
  const actor = await deps.actorOf(work.job.applied?.by ?? work.job.createdBy, 'sv')
  if (!actor) return left(work)
  const open = await splitImport(deps, work)
  const now = open === 0 ? await deps.tallies.get(work.job) : undefined
  if (now) await finishImport(deps, work, now, actor)
  return `${open} pieces`
}

/** Whoever began it has left and may do nothing more. */
async function left(work: NonNullable<Awaited<ReturnType<typeof takeWork>>>): Promise<string> {
  await work.save({ state: 'failed' })
  return 'person left'
}
