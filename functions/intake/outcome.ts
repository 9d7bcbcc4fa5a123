import type { CellFault } from './target.ts'

/** What a row would do, or has done. */
export const outcomes = ['new', 'changed', 'unchanged', 'faulty', 'failed'] as const

export type OutcomeName = (typeof outcomes)[number]

/** One field of one row: what the register says and what the file says. `kept`: set by hand, so the file's word stands beside it. */
export interface RowChange {
  field: string
  from?: unknown
  to?: unknown
  effect: 'set' | 'clear' | 'kept'
}

/** What is wrong with a row; `position`: the column of the file. */
export interface RowFault extends CellFault {
  position?: number
  value?: string
}

/** A row of the file and what becomes of it. */
export interface RowOutcome {
  row: number
  outcome: OutcomeName
  /** The record it is about, or has become. */
  id?: string
  number?: string
  name?: string
  /** What the row is known by. */
  key?: string
  changes?: RowChange[]
  faults?: RowFault[]
  /** The cells as they stood, of rows that are given back. */
  cells?: string[]
}

/** How many rows of each sort. */
export type Counts = { [outcome in OutcomeName]: number }

export const noCounts: Counts = { new: 0, changed: 0, unchanged: 0, faulty: 0, failed: 0 }
