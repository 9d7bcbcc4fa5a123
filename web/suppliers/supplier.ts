import type { SupplierData } from '../../functions/suppliers/supplier-data.ts'
import type { Envelope, Full } from '../api/record.ts'
import type { Session } from '../api/session.ts'
import type { FindingItem } from '../components/findings.tsx'
import type { Counts } from '../components/severity.tsx'
import { hasRole } from '../shell/session.ts'

/** What a list shows of a supplier (the kind's summary fields). */
export type SupplierRow = Envelope<
  Pick<
    SupplierData,
    | 'name'
    | 'tradeNames'
    | 'otherNames'
    | 'orgNumber'
    | 'country'
    | 'category'
    | 'criticality'
    | 'ownerId'
    | 'nextFollowUpAt'
  > & { findingCounts?: Counts }
>

/** A supplier as one person sees it, with what is wrong. */
export type SupplierRecord = Full<SupplierData> & { findings: FindingItem[] }

/** Where a supplier is shown. */
export function supplierAddress(id: string, part = ''): string {
  return `/leverantorer/${id}${part && `/${part}`}`
}

/** Whether somebody enters suppliers and agreements. */
export function buys(session: Session): boolean {
  return hasRole(session, 'contractOwner')
}

/** Whether somebody sees who processes for whom, and under which agreement (domain 10.24). */
export function seesCoverage(session: Session): boolean {
  return hasRole(session, 'contractOwner', 'dpo', 'auditor', 'dpCoordinator', 'systemOwner')
}
