import type { AgreementData } from '../../functions/suppliers/agreement-data.ts'
import type { Drift } from '../../functions/suppliers/drift.ts'
import type { AgreementStatus } from '../../functions/suppliers/vocabulary.ts'
import type { Envelope, Full } from '../api/record.ts'
import type { Counts } from '../components/severity.tsx'
import type { FindingItem } from '../components/findings.tsx'

/** What a list shows of an agreement: the kind's summary fields, and what its dates make of it today. */
export type AgreementRow = Envelope<Partial<AgreementData> & { status?: AgreementStatus; findingCounts?: Counts }>

/** An agreement as one person sees it, with what is computed when it is read. */
export type AgreementRecord = Full<AgreementData> & {
  status: AgreementStatus
  lastDay?: string
  lastNoticeDay?: string
  findings: FindingItem[]
  drift: Drift[]
}

/** Where an agreement is shown. */
export function agreementAddress(id: string, part = ''): string {
  return `/avtal/${id}${part && `/${part}`}`
}
