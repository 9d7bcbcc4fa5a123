import { type Applying, applyRows, type Came, openApplying } from '../intake/apply.ts'
import { isFinished, rowsIn } from '../intake/chunk-tally.ts'
import { isRunning, type ImportJob, noneApplied } from '../intake/job.ts'
import { places } from '../intake/pages.ts'
import type { FileRow } from '../intake/read/table-file.ts'
import type { Held } from '../intake/job-store.ts'
import type { Work } from '../intake/work.ts'
import type { ChunkWork } from '../intake/work-queue.ts'
import { finishImport, readPiece } from './finish.ts'
import type { ChunkDeps } from './split.ts'

/** The store has no time: the piece is to come back. */
export class ComesBack extends Error {
  override name = 'ComesBack'
}

/** A piece of an import. */
export interface Piece {
  id: string
  run: number
  chunk: number
}

export interface ChunkWorker {
  /**
   * Saves the rows of a piece; done twice, it changes nothing the second time.
   * @param isLast  nobody will try again: what cannot be saved then is told of on the import
   * @throws ComesBack when it is to be tried again
   */
  work(piece: Piece, isLast: boolean): Promise<void>
  /** Every try has failed: the rows are told of on the import, which goes on without them. */
  bury(piece: Piece): Promise<void>
}

/** How long a piece is one worker's own. */
const takenMs = 120_000
/** How long names read for one piece serve the next of the same import. */
const knownMs = 120_000

/** Saves pieces one by one; names that one has read serve the next. */
export function createChunkWorker(deps: ChunkDeps): ChunkWorker {
  let known: { key: string; until: number; world: Applying['world'] } | undefined
  const nowMs = () => Date.parse(deps.now())

  async function open(job: ImportJob): Promise<Applying> {
    const by = job.applied?.by ?? job.createdBy
    const actor = await deps.actorOf(by, 'sv')
    if (!actor) throw new Error(`whoever applies ${job.id} has left`)
    const key = `${job.id} ${job.run} ${by}`
    const world = known?.key === key && known.until > nowMs() ? known.world : undefined
    const applying = await openApplying(deps, job, actor, world)
    if (!world) known = { key, until: nowMs() + knownMs, world: applying.world }
    return applying
  }

  /** Somebody else is at it: this is looked at again when that one's time is out. */
  const again = (work: ChunkWork) => deps.queue.send([work], takenMs / 1000)

  async function jobOf({ id, run }: Piece): Promise<ImportJob | undefined> {
    const job = (await deps.jobs.get(id))?.job
    const isAtIt = job?.state === 'applying' || job?.state === 'applied'
    return isAtIt && job.run === run && job.applied?.chunks !== undefined ? job : undefined
  }

  async function save(piece: Piece, job: ImportJob): Promise<{ rows: number; came: Came }> {
    const rows = (await readPiece(deps.files, places.chunk(piece.id, piece.run, piece.chunk))) as FileRow[]
    return { rows: rows.length, came: await applyRows(deps, await open(job), rows) }
  }

  async function finishIfLast(piece: Piece, job: ImportJob): Promise<void> {
    const tally = await deps.tallies.get(job)
    if (!tally || !Array.from({ length: tally.chunks }).every((_, chunk) => isFinished(tally, chunk))) return
    const held = await deps.jobs.get(piece.id)
    const actor = await deps.actorOf(job.applied?.by ?? job.createdBy, 'sv')
    if (held && actor) await finishImport(deps, workOn(deps, held), tally, actor)
  }

  return {
    async work(piece, isLast) {
      const job = await jobOf(piece)
      if (!job) return
      const before = await deps.tallies.take(job, piece.chunk, takenMs)
      if (!before) return again({ ...piece, step: 'chunk' })
      if (isFinished(before, piece.chunk) && before.dead[piece.chunk] === undefined)
        return isRunning(job) ? finishIfLast(piece, job) : undefined
      const { rows, came } = await save(piece, job).catch(async (error: unknown) => {
        await deps.tallies.release(job, piece.chunk).catch(() => {})
        throw error
      })
      const { counts, failures, busy } = came
      if (busy > 0 && !isLast) {
        await deps.tallies.release(job, piece.chunk)
        throw new ComesBack(`the store had no time for ${busy} rows`)
      }
      if (failures.length > 0)
        await deps.files.put(places.failures(piece.id, piece.run, piece.chunk), Buffer.from(JSON.stringify(failures)))
      await deps.tallies.finish(job, piece.chunk, { rows, counts, hasFailures: failures.length > 0 })
      await finishIfLast(piece, job)
    },

    async bury(piece) {
      const job = await jobOf(piece)
      if (!job) return
      const tally = await deps.tallies.get(job)
      if (!tally || isFinished(tally, piece.chunk)) return
      if ((tally.taken[piece.chunk] ?? 0) > nowMs()) return again({ ...piece, step: 'settle' })
      const rows = rowsIn(tally, piece.chunk)
      const counts = { ...noneApplied, failed: rows }
      await deps.tallies.finish(job, piece.chunk, { rows, counts, hasFailures: false, dead: true })
      await finishIfLast(piece, job)
    },
  }
}

/** The first of two to end an import does it. */
function workOn({ jobs }: ChunkDeps, held: Held): Work {
  let now = held
  return {
    get job() {
      return now.job
    },
    async save(change) {
      const { lease: _, ...job } = now.job
      now = await jobs.save(now, { ...job, ...change })
    },
  }
}
