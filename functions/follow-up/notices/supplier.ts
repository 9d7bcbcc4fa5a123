import { sameJson } from '../../register/canonical.ts'
import type { ChangeEvent, SupplierData } from '../../suppliers/supplier-data.ts'
import type { Party, Step } from '../party.ts'

/** Who is told of a change of a supplier: its owner of a change in the service that is to be assessed, and a new owner. */
export function supplierParties({ before, after }: Step<SupplierData>): Party[] {
  if (!before) return []
  const { ownerId } = after.data
  const old = before.data.changeEvents ?? []
  const isNew = (event: ChangeEvent): boolean => !event.riskAnalysisId && !old.some((one) => sameJson(one, event))
  return [
    ...((after.data.changeEvents ?? []).some(isNew) ? [{ personId: ownerId, what: 'assessChange' as const }] : []),
    ...(ownerId !== before.data.ownerId ? [{ personId: ownerId, what: 'owner' as const }] : []),
  ]
}
