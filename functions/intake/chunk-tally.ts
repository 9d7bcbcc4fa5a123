import { ConditionFailed, type Store } from '../store/store.ts'
import { addCounts, type AppliedCounts, type ImportJob, noneApplied } from './job.ts'

/** How the pieces of an import that is applied in pieces go. Lists of pieces by number, from 0. */
export interface ChunkTally {
  chunks: number
  /** Rows of all pieces together. */
  rows: number
  /** Rows of the file that need no saving: done from the beginning. */
  spared: number
  /** Rows that have been tried. */
  done: number
  counts: AppliedCounts
  /** A bit a piece, in base64. */
  finished: string
  /** Pieces with rows that could not be saved. */
  failedIn: number[]
  /** Rows of each piece that every try has failed at. */
  dead: { [chunk: string]: number }
  /** Until when (epoch ms) somebody is at a piece. */
  taken: { [chunk: string]: number }
  /** The last change, RFC 3339. */
  at: string
}

/** What a piece has come to. */
export interface ChunkOutcome {
  rows: number
  counts: AppliedCounts
  /** Its failures lie in a file. */
  hasFailures: boolean
  dead?: true
}

/** The tally of each run of an import, one item that pieces change in turn. */
export interface ChunkTallies {
  get(job: Pick<ImportJob, 'id' | 'run'>): Promise<ChunkTally | undefined>
  /** Begins a tally, or answers the one that is there. */
  begin(job: Pick<ImportJob, 'id' | 'run'>, pieces: Pick<ChunkTally, 'chunks' | 'rows' | 'spared'>): Promise<ChunkTally>
  /** Takes a piece for a while; undefined when somebody has it, and the tally unchanged when it is finished. */
  take(job: Pick<ImportJob, 'id' | 'run'>, chunk: number, ms: number): Promise<ChunkTally | undefined>
  /** Gives a piece back that nothing came of. */
  release(job: Pick<ImportJob, 'id' | 'run'>, chunk: number): Promise<void>
  /** Adds what a piece has come to, once. */
  finish(job: Pick<ImportJob, 'id' | 'run'>, chunk: number, outcome: ChunkOutcome): Promise<ChunkTally>
}

const keptDays = 90
const changeTries = 40

/** Rows of one piece; the last may hold fewer. */
export const chunkRows = 200

/** How many rows a piece holds. */
export function rowsIn({ rows }: ChunkTally, chunk: number): number {
  return Math.max(0, Math.min(chunkRows, rows - chunk * chunkRows))
}

/** Whether a piece is done with, for good or ill. */
export function isFinished({ finished }: ChunkTally, chunk: number): boolean {
  return ((Buffer.from(finished, 'base64')[chunk >> 3] ?? 0) & (1 << (chunk & 7))) !== 0
}

/** Pieces that are not done with. */
export function openChunks(tally: ChunkTally): number[] {
  return Array.from({ length: tally.chunks }, (_, chunk) => chunk).filter((chunk) => !isFinished(tally, chunk))
}

/** @param newToken at most 36 characters, never the same twice */
export function createChunkTallies(store: Store, newToken: () => string, now: () => string): ChunkTallies {
  const keyOf = ({ id, run }: Pick<ImportJob, 'id' | 'run'>) => ({
    pk: `import#${id}`,
    sk: `tally#${String(run).padStart(6, '0')}`,
  })
  const put = (key: { pk: string; sk: string }, tally: ChunkTally, version: number) => {
    const expiresAt = Math.floor(Date.parse(now()) / 1000) + keptDays * 24 * 60 * 60
    const item = { ...key, body: { ...tally, at: now() } as never, version, expiresAt }
    const condition = version === 1 ? ('absent' as const) : { version: version - 1 }
    return store.commit([{ put: item, if: condition }], newToken())
  }
  const read = async (job: Pick<ImportJob, 'id' | 'run'>) => {
    const item = await store.get(keyOf(job))
    return item && { tally: item.body as unknown as ChunkTally, version: item.version ?? 0 }
  }

  /** Changes the tally in turn with the others; `change` gives undefined to leave it. */
  async function alter(
    job: Pick<ImportJob, 'id' | 'run'>,
    change: (tally: ChunkTally) => ChunkTally | undefined,
  ): Promise<ChunkTally> {
    for (let attempt = 1; ; attempt++) {
      const held = await read(job)
      if (!held) throw new Error(`no tally of ${job.id}, run ${job.run}`)
      const next = change(held.tally)
      if (!next) return held.tally
      try {
        await put(keyOf(job), next, held.version + 1)
        return next
      } catch (error) {
        if (!(error instanceof ConditionFailed) || attempt === changeTries) throw error
        await new Promise((resolve) => setTimeout(resolve, 20 * Math.random() * Math.min(attempt, 10)))
      }
    }
  }

  return {
    get: async (job) => (await read(job))?.tally,
    async begin(job, pieces) {
      const { chunks, spared } = pieces
      const finished = Buffer.alloc(Math.ceil(chunks / 8)).toString('base64')
      const none = { done: spared, counts: { ...noneApplied, unchanged: spared }, failedIn: [], dead: {}, taken: {} }
      const tally = { ...pieces, finished, ...none, at: now() }
      try {
        await put(keyOf(job), tally, 1)
        return tally
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error
        return (await read(job))?.tally ?? tally
      }
    },
    async take(job, chunk, ms) {
      let isTaken = false
      const nowMs = Date.parse(now())
      const tally = await alter(job, (before) => {
        const isOver = isFinished(before, chunk) && !(chunk in before.dead)
        isTaken = !isOver && (before.taken[chunk] ?? 0) > nowMs
        return isTaken || isOver ? undefined : { ...before, taken: { ...before.taken, [chunk]: nowMs + ms } }
      })
      return isTaken ? undefined : tally
    },
    async release(job, chunk) {
      await alter(job, (before) =>
        chunk in before.taken ? { ...before, taken: without(before.taken, chunk) } : undefined,
      )
    },
    finish: (job, chunk, { rows, counts, hasFailures, dead }) =>
      alter(job, (before) => {
        const given = before.dead[chunk]
        if (isFinished(before, chunk) && (given === undefined || dead)) return undefined
        const bits = Buffer.from(before.finished, 'base64')
        bits[chunk >> 3] = (bits[chunk >> 3] ?? 0) | (1 << (chunk & 7))
        const sum = { ...before.counts }
        addCounts(sum, counts)
        sum.failed -= given ?? 0
        return {
          ...before,
          finished: bits.toString('base64'),
          done: before.done + rows - (given ?? 0),
          counts: sum,
          failedIn: hasFailures
            ? [...new Set([...before.failedIn, chunk])]
            : before.failedIn.filter((one) => one !== chunk),
          dead: dead ? { ...before.dead, [chunk]: rows } : without(before.dead, chunk),
          taken: without(before.taken, chunk),
        }
      }),
  }
}

function without(pieces: { [chunk: string]: number }, chunk: number): { [chunk: string]: number } {
  return Object.fromEntries(Object.entries(pieces).filter(([one]) => one !== String(chunk)))
}

/** The import with how its pieces go, while it is being applied. */
export function withTally(job: ImportJob, tally: ChunkTally | undefined): ImportJob {
  if (!tally || !job.applied) return job
  return {
    ...job,
    progress: { ...job.progress, done: tally.done },
    applied: { ...job.applied, counts: tally.counts },
  }
}
