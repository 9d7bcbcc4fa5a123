import type { LoadResult } from './loads.ts'
import type { Mapping } from './mapping.ts'
import type { Counts } from './outcome.ts'
import type { UnreadableReason } from './read/unreadable-file.ts'
import type { FileColumn, ReadAs } from './read/table-file.ts'

/**
 * Where an import stands: the file on its way, being read, columns to be mapped, being checked, checked, being applied, done, or stopped
 * by a fault of the file.
 */
export const jobStates = [
  'uploading',
  'reading',
  'mapping',
  'checking',
  'checked',
  'applying',
  'applied',
  'failed',
] as const

export type JobState = (typeof jobStates)[number]

/** A name in the file that the register does not know. */
export interface UnknownName {
  field: string
  value: string
  rows: number
  suggestion?: string
}

/** Why nothing can be read: the file never came, is not the one that was told of, or is being read in already. */
export type UploadFault = 'upload-missing' | 'upload-size' | 'same-file'

/** One file on its way into the register. */
export interface ImportJob {
  id: string
  kind: string
  source: string
  fileName: string
  /** SHA-256 of the file. */
  hash: string
  bytes: number
  createdAt: string
  createdBy: string
  state: JobState
  readAs: ReadAs
  columns: FileColumn[]
  mapping: Mapping
  /** Whether the mapping was taken from the last file of the source. */
  remembered: boolean
  /** Renewed with each check: the pages of an older one are not looked at. */
  run: number
  progress: { done: number; total?: number }
  counts: Counts
  /** How many pages of rows there are, by outcome. */
  pages: { [outcome: string]: number }
  cleared: { [field: string]: number }
  kept: { [field: string]: number }
  unknown: UnknownName[]
  /** Why the file could not be read to its end, or never came. */
  fault?: { reason: UnreadableReason | UploadFault; params: { [name: string]: string | number } }
  /** The import that the same file is read in by already. */
  sameAs?: string
  /** Until when the file may be sent to the address that was given, RFC 3339. */
  uploadUntil?: string
  appliedBefore?: { id: string; at: string }
  applied?: Applied
  /** How the full load that the file was has ended. */
  load?: LoadResult
  /** Who is at work on it, until when (epoch ms); another takes over after that. */
  lease?: { holder: string; until: number }
}

/** What applying has come to. */
export interface Applied {
  mode: 'all' | 'valid'
  by: string
  startedAt: string
  finishedAt?: string
  /** The last row of the file that is done. */
  row: number
  counts: AppliedCounts
  /** The rows to be saved lie in so many pieces, each worked on by itself; how they go stands in the tally of the run. */
  chunks?: number
}

export interface AppliedCounts {
  created: number
  changed: number
  unchanged: number
  failed: number
}

export const noneApplied: AppliedCounts = { created: 0, changed: 0, unchanged: 0, failed: 0 }

/** Adds the second to the first. */
export function addCounts(counts: AppliedCounts, more: AppliedCounts): void {
  for (const name of ['created', 'changed', 'unchanged', 'failed'] as const) counts[name] += more[name]
}

/** More than this share of the records found would be changed: somebody is asked once more. */
export const manyChanges = { share: 0.5, rows: 20 } as const

/** The share of the records found that would be changed, when it is large enough to ask about. */
export function unusualShare({ counts }: Pick<ImportJob, 'counts'>): number | undefined {
  const found = counts.changed + counts.unchanged
  const share = found === 0 ? 0 : counts.changed / found
  return counts.changed >= manyChanges.rows && share > manyChanges.share ? Math.round(share * 100) : undefined
}

/** Somebody or something works on it. */
export function isRunning({ state }: Pick<ImportJob, 'state'>): boolean {
  return state === 'reading' || state === 'checking' || state === 'applying'
}

/** It goes on without anybody asking: its file is on the way, or somebody works on it. */
export function isWaiting(job: Pick<ImportJob, 'state'>): boolean {
  return job.state === 'uploading' || isRunning(job)
}
