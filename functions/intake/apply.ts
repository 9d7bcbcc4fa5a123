import type { Actor } from '../register/actor.ts'
import type { Saved } from '../register/api.ts'
import type { RegisterError } from '../register/errors.ts'
import { completeLoad } from './complete-load.ts'
import type { Decided } from './decide.ts'
import type { Evaluator } from './evaluate.ts'
import { addCounts, type Applied, type AppliedCounts, type ImportJob, noneApplied } from './job.ts'
import { planOf, type RowPlan } from './mapping.ts'
import type { RowOutcome } from './outcome.ts'
import { allRows, createPageWriter } from './pages.ts'
import type { FileRow } from './read/table-file.ts'
import { sourceKeyOf } from './row-keys.ts'
import { createRowSet, type RowSet } from './row-set.ts'
import { say } from './sentences.ts'
import type { IntakeTarget } from './target.ts'
import { batchesOf, breathe, type IntakeDeps, openEvaluator, type Work } from './work.ts'
import type { Names } from './world.ts'

const savedEveryRows = 2000
/** Batches on their way to the disk while the next is decided: fewer, and one thread waits for the other. */
const batchesUnderWay = 2

/**
 * Saves the rows that the check found new or changed, through the engine, in the name of the one who said so. Each row is decided once
 * more against the register as it is now, so a second run after a cut finds what the first has done and goes on where it stopped.
 */
export async function applyImport(deps: IntakeDeps, work: Work, actor: Actor): Promise<void> {
  const wanted = await rowsToApply(deps, work.job)
  const applying = await openApplying(deps, work.job, actor)
  const { job, target, plan } = applying
  const first = job.applied as Applied
  const counts = { ...first.counts }
  const failures = createPageWriter(deps.files, job, { failed: job.pages['failed'] ?? 0 })
  let done = job.progress.done
  let unsaved = 0
  const under: Under[] = []
  const settle = async (leave: number) => {
    while (under.length > leave) await settleOne(under.shift() as Under)
  }
  const settleOne = async ({ rows, last, came }: Under) => {
    const { counts: more, failures: failed } = await came
    addCounts(counts, more)
    for (const failure of failed) await failures.add(failure)
    done += rows
    unsaved += rows
    if (unsaved < savedEveryRows) return
    unsaved = 0
    const pages = { ...job.pages, ...(await failures.end()) }
    const applied = { ...first, row: last, counts: { ...counts } }
    await work.save({ progress: { ...job.progress, done }, pages, applied })
  }
  const whole = job.mapping.scope === 'whole' && target.keepsKeys
  const load = `import:${job.id}`
  if (target.keepsKeys) await deps.loads.know(job.source)
  for await (const rows of batchesOf(deps, job)) {
    const batch = rows.filter(({ row }) => row > first.row && wanted.has(row))
    const last = rows.at(-1)?.row ?? 0
    if (last <= first.row) continue
    if (whole) await deps.loads.name(job.source, load, String(rows[0]?.row), sourceKeys(rows, plan))
    const begun = await beginRows(deps, applying, batch)
    under.push({ ...begun, rows: rows.length, last })
    await settle(batchesUnderWay)
    await breathe(deps).catch(async (interrupted: unknown) => {
      await settle(0)
      throw interrupted
    })
  }
  await settle(0)
  const pages = { ...job.pages, ...(await failures.end()) }
  const ended = whole ? await completeLoad(deps, { source: job.source, load }, actor) : undefined
  const applied = { ...first, counts, finishedAt: deps.now() }
  await work.save({
    state: 'applied',
    progress: { done, total: done },
    pages,
    applied,
    counts: { ...job.counts, failed: counts.failed },
    ...(ended && { load: ended }),
  })
}

/** An import whose rows are being saved, with what is needed to decide about each once more. */
export interface Applying {
  job: ImportJob
  actor: Actor
  target: IntakeTarget
  plan: RowPlan
  evaluator: Evaluator
  world: Names
}

/** @param world  what is known of names already */
export async function openApplying(deps: IntakeDeps, job: ImportJob, actor: Actor, world?: Names): Promise<Applying> {
  const opened = await openEvaluator(deps, job, actor, { savesNow: true, ...(world && { world }) })
  return { job, actor, plan: planOf(opened.target, job.mapping), ...opened }
}

/** What some rows have come to; failures with their cells as they stood. */
export interface Came {
  counts: AppliedCounts
  failures: RowOutcome[]
  /** Rows that the store had no time for: the same may go well later. */
  busy: number
}

/** Decides about rows against the register as it is now, and saves them: the same rows once more change nothing. */
export async function applyRows(
  deps: Pick<IntakeDeps, 'register'>,
  applying: Applying,
  rows: readonly FileRow[],
): Promise<Came> {
  return (await beginRows(deps, applying, rows)).came
}

/** A batch on its way into the register. */
interface Under {
  came: Promise<Came>
  rows: number
  /** The last of them. */
  last: number
}

/**
 * As `applyRows`, but resolves when the rows are decided, while they are still being saved: those that come next are about other
 * records (`createClaims`), so they may be decided meanwhile.
 */
async function beginRows(
  { register }: Pick<IntakeDeps, 'register'>,
  applying: Applying,
  rows: readonly FileRow[],
): Promise<Pick<Under, 'came'>> {
  const { job, actor, target, evaluator } = applying
  const decided = await evaluator.decide(rows)
  const toSave = decided.flatMap(({ save, outcome }, at) => (save ? [{ save, outcome, at }] : []))
  const answers = register.save(
    target.kind,
    toSave.map(({ save, outcome }) => ({ ...save, comment: commentOf(job, outcome, actor) })),
    actor,
  )
  const came = answers.then((saved) => cameOf(applying, rows, decided, toSave, saved))
  came.catch(() => {})
  return { came }
}

function cameOf(
  { job }: Applying,
  rows: readonly FileRow[],
  decided: readonly Decided[],
  toSave: readonly { at: number }[],
  answers: readonly Saved<object>[],
): Came {
  const saved = new Map(toSave.map(({ at }, index) => [at, answers[index]]))
  const came: Came = { counts: { ...noneApplied }, failures: [], busy: 0 }
  for (const [at, one] of decided.entries()) {
    const answer = saved.get(at)
    const outcome = outcomeOf(one, answer, job.applied?.startedAt ?? '')
    came.counts[outcome]++
    if (outcome === 'failed') came.failures.push(failureOf(one, answer, rows[at]))
    if (answer?.status === 'refused' && answer.error.code === 'busy') came.busy++
  }
  return came
}

/** What rows say of the source's own keys. */
export function sourceKeys(rows: readonly FileRow[], plan: RowPlan): string[] {
  return rows.flatMap((row) => sourceKeyOf(row, plan) ?? [])
}

/** The rows that the check found new or changed. */
export async function rowsToApply({ files }: IntakeDeps, job: ImportJob): Promise<RowSet> {
  const wanted = createRowSet()
  for (const outcome of ['new', 'changed'] as const)
    for await (const rows of allRows(files, job, outcome)) for (const { row } of rows) wanted.add(row)
  return wanted
}

function commentOf({ fileName, source }: ImportJob, { row }: RowOutcome, { language }: Actor): string {
  return say('comment', language, { file: fileName || source, row })
}

/** What has come of a row; after a cut, what the first run saved counts as saved. */
function outcomeOf(
  { outcome, before }: Decided,
  saved: Saved<object> | undefined,
  startedAt: string,
): keyof Applied['counts'] {
  if (outcome.outcome === 'faulty' || saved?.status === 'refused') return 'failed'
  if (saved) return saved.status === 'created' ? 'created' : saved.status === 'updated' ? 'changed' : 'unchanged'
  if (!before || before.updatedAt < startedAt) return 'unchanged'
  return before.revision === 1 ? 'created' : 'changed'
}

function failureOf({ outcome }: Decided, saved: Saved<object> | undefined, row: FileRow | undefined): RowOutcome {
  const { changes: _, ...known } = outcome
  const faults = saved?.status === 'refused' ? faultsOf(saved.error) : (outcome.faults ?? [])
  return { ...known, outcome: 'failed', faults, ...(row && { cells: row.cells }) }
}

function faultsOf({ code, extra }: RegisterError): { code: string; params?: { [name: string]: string | number } }[] {
  const errors = extra.errors ?? []
  if (errors.length > 0) return errors.map(({ code: fault, params }) => ({ code: fault, ...(params && { params }) }))
  return [{ code, ...(extra.id && { params: { id: extra.id } }) }]
}
