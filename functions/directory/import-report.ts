import type { ErrorCode, FieldError } from '../register/errors.ts'

export type ImportPart = 'orgUnits' | 'people' | 'roleAssignments'

export type RowStatus = 'created' | 'updated' | 'unchanged' | 'refused' | 'ended'

/** What became of one row; `row` counts from 1 in its part, and is absent for a person whom the feed did not name. */
export interface RowResult {
  part: ImportPart
  row?: number
  key: string
  status: RowStatus
  id?: string
  /** Why it was refused: the kind of refusal, and the faults with pointers into the row. */
  code?: ErrorCode
  errors?: FieldError[]
}

export interface ImportReport {
  dryRun: boolean
  counts: { [status in RowStatus]: number }
  results: RowResult[]
  /** A full feed that names far fewer people than there are ends nobody. */
  endedNobody?: { named: number; active: number }
}

/** The report of an import whose rows came out like this. */
export function reportOf(
  dryRun: boolean,
  results: RowResult[],
  endedNobody: ImportReport['endedNobody'],
): ImportReport {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0, ended: 0 }
  for (const { status } of results) counts[status]++
  return { dryRun, counts, results, ...(endedNobody && { endedNobody }) }
}
