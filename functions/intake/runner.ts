import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import { applyImport } from './apply.ts'
import { checkImport } from './check.ts'
import { type IntakeDeps, Interrupted, takeWork, type Work } from './work.ts'

/** Works on imports in the background, one at a time. */
export interface Runner {
  /** Sets to work on an import, now or when those before it are done; resolves when the word of it cannot be lost. */
  start(id: string): void | Promise<void>
  /** Others do the work: until one of them takes the import, nobody is told of it anew. */
  handsOver?: true
  /** Looks, after a while, whether the file of an import has come. */
  expect?(id: string, seconds: number): Promise<void>
  /** Goes on with an import that another process has left; should that one be alive after all, the first of the two to save goes on. */
  takeOver?(id: string): void
  /** Takes up what was cut short. */
  resume(): Promise<void>
  /** Resolves when nothing is waiting. */
  settled(): Promise<void>
  /** Stops after the batch at hand; what is left is taken up by the next start. */
  close(): Promise<void>
}

/** @param report told of what nobody expected */
export function createRunner(deps: IntakeDeps, report: (error: unknown) => void): Runner {
  const waiting = new Set<string>()
  let line = Promise.resolve()
  let stopped = false
  const run = async (id: string, anyway: boolean) => {
    try {
      if (!stopped) await runImport({ ...deps, stopped: () => stopped }, id, anyway)
    } catch (error) {
      if (!(error instanceof Interrupted)) report(error)
    } finally {
      waiting.delete(id)
    }
  }
  const start = (id: string, anyway = false) => {
    if (waiting.has(id)) return
    waiting.add(id)
    line = line.then(() => run(id, anyway))
  }
  return {
    start: (id) => start(id),
    takeOver: (id) => start(id, true),
    async resume() {
      for (const id of await deps.jobs.waiting()) start(id, true)
    },
    settled: () => line,
    async close() {
      stopped = true
      await line
    },
  }
}

/** Does what an import waits for; nothing when another process is at it. */
export async function runImport(deps: IntakeDeps, id: string, anyway = false): Promise<void> {
  const work = await takeWork(deps, id, anyway).catch(unlessBusy)
  if (!work) return
  const { job } = work
  const actor = await deps.actorOf(job.state === 'applying' ? (job.applied?.by ?? job.createdBy) : job.createdBy, 'sv')
  if (!actor) return work.save({ state: 'failed' })
  await step(deps, work, actor).catch(unlessBusy)
}

async function step(deps: IntakeDeps, work: Work, actor: Actor): Promise<void> {
  if (work.job.state === 'applying') await applyImport(deps, work, actor)
  else await checkImport(deps, work, actor)
}

/** Another has taken over, or the mapping has been changed meanwhile. */
function unlessBusy(error: unknown): undefined {
  if (error instanceof RegisterError && error.code === 'busy') return undefined
  throw error
}
