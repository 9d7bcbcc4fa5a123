import { type FileStore, readWhole } from '../files/file-store.ts'
import type { EvaluatorMemory } from './evaluate.ts'
import type { UnknownName } from './job.ts'
import type { Counts } from './outcome.ts'
import { places } from './pages.ts'

/** What a check has counted. */
export interface CheckTally {
  counts: Counts
  cleared: { [field: string]: number }
  kept: { [field: string]: number }
  unknown: [key: string, name: UnknownName & { kind: string }][]
}

/** How far a check had come when its time was up. */
export interface Halt {
  /** Rows of the file that are done. */
  done: number
  pages: { [outcome: string]: number }
  tally: CheckTally
  memory: EvaluatorMemory
}

type Run = { id: string; run: number }

/** Keeps how far the check of a run has come. */
export async function keepHalt(files: FileStore, { id, run }: Run, halt: Halt): Promise<void> {
  await files.put(places.halt(id, run), Buffer.from(JSON.stringify(halt)))
}

/** Undefined when the run is to be checked from its beginning. */
export async function readHalt(files: FileStore, { id, run }: Run): Promise<Halt | undefined> {
  const bytes = await readWhole(files, places.halt(id, run))
  return bytes && (JSON.parse(bytes.toString('utf8')) as Halt)
}

/** The run has been checked to its end. */
export async function dropHalt(files: FileStore, { id, run }: Run): Promise<void> {
  await files.remove(places.halt(id, run))
}
