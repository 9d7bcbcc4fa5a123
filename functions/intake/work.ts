import type { FileStore } from '../files/file-store.ts'
import type { Actor } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'
import type { Context } from '../register/context.ts'
import { dayOf } from '../register/core.ts'
import type { Outline } from '../register/outline.ts'
import { createEvaluator, type Evaluator, type EvaluatorMemory } from './evaluate.ts'
import type { Held, JobStore } from './job-store.ts'
import { type ImportJob, isRunning } from './job.ts'
import type { Loads } from './loads.ts'
import { planOf } from './mapping.ts'
import { places } from './pages.ts'
import { type FileRow, tableRows } from './read/table-file.ts'
import type { RegisterAccess } from './register-access.ts'
import type { KeptSheet } from './sheet.ts'
import type { IntakeTarget, Language } from './target.ts'
import { createNames, type Names } from './world.ts'

/** What imports are made with. */
export interface IntakeDeps {
  engine: Engine
  jobs: JobStore
  loads: Loads
  files: FileStore
  register: RegisterAccess
  targets: readonly IntakeTarget[]
  kinds: readonly Outline<object>[]
  /** RFC 3339 UTC. */
  now(): string
  newId(prefix: string): string
  /** The person as the one who asks, with today's roles; undefined for one who has left. */
  actorOf(personId: string, language: Language): Promise<Actor | undefined>
  codes(): Promise<Context['codes']>
  /** See `keepSheet`. */
  keepSheet(id: string, wished?: string): Promise<KeptSheet>
  /** Names this process among those that work on imports. */
  holder: string
  /** The process is about to end. */
  stopped?(): boolean
  /** The time given is soon over: a check keeps how far it has come, and somebody goes on from there. */
  timeIsUp?(): boolean
}

/** The process ends in the middle of an import, which goes on at the next start. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

/** An import being worked on: saves progress, and stops when another has taken over. */
export interface Work {
  job: ImportJob
  /** Changes the import and keeps it, with the lease renewed. */
  save(change: Partial<ImportJob>): Promise<void>
}

const leaseMs = 60_000
/** Holds an import that has been handed to a queue until somebody takes it from there. */
export const queueHolder = 'queue'
const batchRows = 250

/** What files of a kind are read into; undefined for a kind that no file is read into. */
export function targetOf({ targets }: Pick<IntakeDeps, 'targets'>, kind: string): IntakeTarget | undefined {
  return targets.find((target) => target.kind.name === kind)
}

/**
 * Takes the import for this process; undefined when there is nothing to do or another is at work on it. `anyway`: also then, since the
 * other has died; should it be alive, the first of the two to save goes on and the other stops.
 */
export async function takeWork(deps: IntakeDeps, id: string, anyway = false): Promise<Work | undefined> {
  const nowMs = () => Date.parse(deps.now())
  const found = await deps.jobs.get(id)
  if (!found || !isRunning(found.job)) return undefined
  const { lease } = found.job
  const isHeld = lease !== undefined && lease.holder !== deps.holder && lease.holder !== queueHolder
  if (!anyway && isHeld && lease.until > nowMs()) return undefined
  let held: Held = await deps.jobs.save(found, {
    ...found.job,
    lease: { holder: deps.holder, until: nowMs() + leaseMs },
  })
  return {
    get job() {
      return held.job
    },
    async save(change) {
      const { lease: _, ...before } = held.job
      const next: ImportJob = { ...before, ...change }
      const lease = { holder: deps.holder, until: nowMs() + leaseMs }
      held = await deps.jobs.save(held, isRunning(next) ? { ...next, lease } : next)
    },
  }
}

/** Everything needed to decide about the rows of an import, for the person who does it. */
export async function openEvaluator(
  deps: IntakeDeps,
  job: ImportJob,
  actor: Actor,
  { savesNow = false, world: known, memory }: { savesNow?: boolean; world?: Names; memory?: EvaluatorMemory } = {},
): Promise<{ evaluator: Evaluator; world: Names; target: IntakeTarget }> {
  const target = targetOf(deps, job.kind)
  if (!target) throw new Error(`no import of ${job.kind}`)
  const plan = planOf(target, job.mapping)
  const world = known ?? createNames(deps, actor)
  await world.load(
    new Set([...plan.columns.flatMap(({ column }) => column.names), ...(target.alike ? [job.kind] : [])]),
  )
  const now = deps.now()
  const codes = await deps.codes()
  const deciding = {
    target,
    plan,
    world,
    actor,
    source: job.source,
    savesNow,
    context: { now, today: dayOf(now), ...(codes && { codes }) },
    how: { origin: `import:${job.source}`, at: now, manual: job.mapping.manual },
  }
  return { evaluator: createEvaluator(deciding, deps.register, memory), world, target }
}

/** The rows of an import in batches of the same size. */
export async function* batchesOf(deps: Pick<IntakeDeps, 'files'>, job: ImportJob): AsyncGenerator<FileRow[]> {
  const path = job.readAs.format === 'xlsx' ? places.rows(job.id) : places.upload(job.id)
  let waiting: FileRow[] = []
  for await (const rows of tableRows(() => sourceOf(deps, path), job.readAs)) {
    waiting.push(...rows)
    let at = 0
    for (; waiting.length - at >= batchRows; at += batchRows) yield waiting.slice(at, at + batchRows)
    waiting = waiting.slice(at)
  }
  if (waiting.length > 0) yield waiting
}

/** A stored file in pieces. @throws Error when it is gone */
export async function* sourceOf({ files }: Pick<IntakeDeps, 'files'>, path: string): AsyncGenerator<Uint8Array> {
  const content = await files.read(path)
  if (!content) throw new Error(`the file ${path} is gone`)
  yield* content
}

/** Lets other requests have their turn. @throws Interrupted when the process is about to end */
export async function breathe({ stopped }: Pick<IntakeDeps, 'stopped'>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (stopped?.()) throw new Interrupted('the process ends')
}
