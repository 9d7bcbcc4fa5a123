import { rowsToApply, sourceKeys } from '../intake/apply.ts'
import { chunkRows, type ChunkTallies, openChunks } from '../intake/chunk-tally.ts'
import { planOf } from '../intake/mapping.ts'
import { places } from '../intake/pages.ts'
import type { FileRow } from '../intake/read/table-file.ts'
import { batchesOf, type IntakeDeps, targetOf, type Work } from '../intake/work.ts'
import type { ImportWork, WorkQueue } from '../intake/work-queue.ts'

const writtenAtOnce = 20

/** What work on imports in pieces is done with. */
export interface ChunkDeps extends IntakeDeps {
  tallies: ChunkTallies
  queue: WorkQueue
}

/**
 * Cuts the rows that are to be saved into pieces, each a file of its own, and asks for each by a message. Run again, it asks for those
 * that are not done with. Gives the number of pieces.
 */
export async function splitImport(deps: ChunkDeps, work: Work): Promise<number> {
  const { id, run, applied } = work.job
  if (!applied) throw new Error(`${id} is not to be applied`)
  if (applied.chunks === undefined) {
    const { chunks, wanted, rows } = await writeChunks(deps, work)
    const tally = await deps.tallies.begin(work.job, { chunks, rows: wanted, spared: rows - wanted })
    await work.save({ applied: { ...applied, chunks }, progress: { done: tally.done, total: rows } })
  }
  const tally = await deps.tallies.get(work.job)
  const open = tally ? openChunks(tally) : []
  await deps.queue.send(open.map((chunk): ImportWork => ({ step: 'chunk', id, run, chunk })))
  return open.length
}

async function writeChunks(deps: ChunkDeps, { job }: Work): Promise<{ chunks: number; wanted: number; rows: number }> {
  const target = targetOf(deps, job.kind)
  if (!target) throw new Error(`no import of ${job.kind}`)
  const wanted = await rowsToApply(deps, job)
  const isWhole = job.mapping.scope === 'whole' && target.keepsKeys
  const plan = planOf(target, job.mapping)
  if (target.keepsKeys) await deps.loads.know(job.source)
  let [chunks, rows] = [0, 0]
  let waiting: FileRow[] = []
  const writing = new Set<Promise<unknown>>()
  const write = async (some: FileRow[]) => {
    if (writing.size >= writtenAtOnce) await Promise.race(writing)
    const put = deps.files.put(places.chunk(job.id, job.run, chunks++), Buffer.from(JSON.stringify(some)))
    writing.add(put)
    void put.then(
      () => writing.delete(put),
      () => {},
    )
  }
  for await (const batch of batchesOf(deps, job)) {
    rows += batch.length
    if (isWhole) await deps.loads.name(job.source, loadOf(job), String(batch[0]?.row), sourceKeys(batch, plan))
    waiting.push(...batch.filter(({ row }) => wanted.has(row)))
    for (; waiting.length >= chunkRows; waiting = waiting.slice(chunkRows)) await write(waiting.slice(0, chunkRows))
  }
  if (waiting.length > 0) await write(waiting)
  await Promise.all(writing)
  return { chunks, wanted: wanted.size, rows }
}

/** What the full load that a file is goes by. */
export function loadOf({ id }: { id: string }): string {
  return `import:${id}`
}
