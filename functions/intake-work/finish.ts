import { readWhole } from '../files/file-store.ts'
import type { ChunkTally } from '../intake/chunk-tally.ts'
import { openChunks } from '../intake/chunk-tally.ts'
import { completeLoad } from '../intake/complete-load.ts'
import type { RowOutcome } from '../intake/outcome.ts'
import { createPageWriter, places } from '../intake/pages.ts'
import type { FileRow } from '../intake/read/table-file.ts'
import type { Actor } from '../register/actor.ts'
import { targetOf, type Work } from '../intake/work.ts'
import { type ChunkDeps, loadOf } from './split.ts'

/** Whoever goes on finds nobody at the import: a lease that stands is over then. */
const afterLeaseSeconds = 65

/**
 * Ends an import when no piece of it is left: failures in pages, a full load completed. Ending it again comes to the same; when its
 * time is up, word is given for another to go on.
 */
export async function finishImport(deps: ChunkDeps, work: Work, tally: ChunkTally, actor: Actor): Promise<void> {
  const { job } = work
  if (!job.applied || openChunks(tally).length > 0) return
  const failures = createPageWriter(deps.files, job)
  const dead = Object.keys(tally.dead).map(Number)
  for (const chunk of [...tally.failedIn, ...dead].sort((left, right) => left - right))
    for (const failure of await failuresOf(deps, work, chunk, dead.includes(chunk))) await failures.add(failure)
  const { failed = 0 } = await failures.end()
  const target = targetOf(deps, job.kind)
  const isWhole = job.mapping.scope === 'whole' && target?.keepsKeys
  const ended = isWhole ? await completeLoad(deps, { source: job.source, load: loadOf(job) }, actor) : undefined
  if (isWhole && !ended) return deps.queue.send([{ step: 'go', id: job.id }], afterLeaseSeconds)
  await work.save({
    state: 'applied',
    progress: { done: tally.done, total: tally.done },
    pages: { ...job.pages, failed },
    applied: { ...job.applied, counts: tally.counts, finishedAt: job.applied.finishedAt ?? deps.now() },
    counts: { ...job.counts, failed: tally.counts.failed },
    ...(ended && { load: ended }),
  })
}

/** The rows of a piece that could not be saved: all of them, when every try has failed at it. */
async function failuresOf({ files }: ChunkDeps, { job }: Work, chunk: number, dead: boolean): Promise<RowOutcome[]> {
  if (!dead) return (await readPiece(files, places.failures(job.id, job.run, chunk))) as RowOutcome[]
  const rows = (await readPiece(files, places.chunk(job.id, job.run, chunk)).catch(() => [])) as FileRow[]
  return rows.map(({ row, cells }) => ({ row, outcome: 'failed', cells, faults: [{ code: 'stuck' }] }))
}

/** A file of rows. @throws Error when it is gone */
export async function readPiece(files: ChunkDeps['files'], path: string): Promise<unknown[]> {
  const bytes = await readWhole(files, path)
  if (!bytes) throw new Error(`the file ${path} is gone`)
  return JSON.parse(bytes.toString('utf8')) as unknown[]
}
