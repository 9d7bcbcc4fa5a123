import type { Counts } from '../components/severity.tsx'
import type { Envelope } from '../api/record.ts'

/** What a list shows of an activity (the kind's summary fields). */
export interface ActivitySummary {
  name?: string
  registerRole?: string
  orgUnitId?: string
  controllerOrgUnitId?: string
  legalRegimes?: string[]
  riskLevel?: string
  nextReviewDate?: string
  registeredAt?: string
  submittedAt?: string
  initiatorId?: string
  findingCounts?: Counts
}

export type ActivityRow = Envelope<ActivitySummary>

/** Whether the data protection officer's remarks on a record are still open. */
export function hasOpenRemarks(record: Pick<Envelope, 'remarks'>): boolean {
  return (record.remarks ?? []).some((remark) => !remark.closedAt)
}
