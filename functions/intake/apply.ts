import type { Actor } from '../register/actor.ts'
import type { Saved } from '../register/api.ts'
import type { RegisterError } from '../register/errors.ts'
import { completeLoad } from './complete-load.ts'
import type { Decided } from './decide.ts'
import type { Applied, ImportJob } from './job.ts'
import { planOf, type RowPlan } from './mapping.ts'
import type { RowOutcome } from './outcome.ts'
import { allRows, createPageWriter } from './pages.ts'
import type { FileRow } from './read/table-file.ts'
import { sourceKeyOf } from './row-keys.ts'
import { say } from './sentences.ts'
import { batchesOf, breathe, type IntakeDeps, openEvaluator, type Work } from './work.ts'

const savedEveryRows = 2000

/**
 * Saves the rows that the check found new or changed, through the engine, in the name of the one who said so. Each row is decided once
 * more against the register as it is now, so a second run after a cut finds what the first has done and goes on where it stopped.
 */
export async function applyImport(deps: IntakeDeps, work: Work, actor: Actor): Promise<void> {
  const wanted = await rowsToApply(deps, work.job)
  const { evaluator, target } = await openEvaluator(deps, work.job, actor, true)
  const { job } = work
  const first = job.applied as Applied
  const counts = { ...first.counts }
  const failures = createPageWriter(deps.files, job, { failed: job.pages['failed'] ?? 0 })
  let done = job.progress.done
  let unsaved = 0
  const whole = job.mapping.scope === 'whole' && target.keepsKeys
  const load = `import:${job.id}`
  const plan = planOf(target, job.mapping)
  if (target.keepsKeys) await deps.loads.know(job.source)
  for await (const rows of batchesOf(deps, job)) {
    const batch = rows.filter(({ row }) => row > first.row && wanted.has(row))
    const last = rows.at(-1)?.row ?? 0
    if (last <= first.row) continue
    if (whole) await deps.loads.name(job.source, load, String(rows[0]?.row), sourceKeys(rows, plan))
    const decided = await evaluator.decide(batch)
    const toSave = decided.filter(({ save }) => save)
    const places = new Map(toSave.map((one, at) => [one, at]))
    const saved = await deps.register.save(
      target.kind,
      toSave.map(({ save, outcome }) => ({ ...save!, comment: commentOf(job, outcome, actor) })),
      actor,
    )
    for (const [at, one] of decided.entries()) {
      const mine = saved[places.get(one) ?? -1]
      const outcome = outcomeOf(one, mine, first.startedAt)
      counts[outcome]++
      if (outcome === 'failed') await failures.add(failureOf(one, mine, batch[at]))
    }
    done += rows.length
    unsaved += rows.length
    if (unsaved >= savedEveryRows) {
      unsaved = 0
      const pages = { ...job.pages, ...(await failures.end()) }
      await work.save({
        progress: { ...job.progress, done },
        pages,
        applied: { ...first, row: last, counts: { ...counts } },
      })
    }
    await breathe(deps)
  }
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

function sourceKeys(rows: readonly FileRow[], plan: RowPlan): string[] {
  return rows.flatMap((row) => sourceKeyOf(row, plan) ?? [])
}

async function rowsToApply({ files }: IntakeDeps, job: ImportJob): Promise<Set<number>> {
  const wanted = new Set<number>()
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
