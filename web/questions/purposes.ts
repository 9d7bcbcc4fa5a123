import type { LegalBasis, Purpose } from '../../functions/processing/data.ts'
import { same } from '../notification/same.ts'

/** Whether all purposes rest on the same bases, with the same support in law. */
export function basesAgree(purposes: readonly Purpose[]): boolean {
  return purposes.every((purpose) => same(purpose.legalBases ?? [], purposes[0]?.legalBases ?? []))
}

/** The purposes with these bases: at one of them, or at all. A notification without purposes yet gets an empty one. */
export function withBases(purposes: readonly Purpose[], at: number | 'all', bases: LegalBasis[]): Purpose[] {
  const rows = purposes.length ? purposes : [{}]
  return rows.map((purpose, position) => {
    if (at !== 'all' && at !== position) return purpose
    const { legalBases: _, ...rest } = purpose
    return bases.length ? { ...rest, legalBases: bases } : rest
  })
}

/** The bases of these codes; those chosen before keep their variant and support. */
export function basesOf(codes: readonly string[], before: readonly LegalBasis[]): LegalBasis[] {
  return codes.map((basis) => before.find((entry) => entry.basis === basis) ?? { basis })
}

/** A further purpose: it rests on the same bases as the others until somebody says otherwise. */
export function newPurpose(purposes: readonly Purpose[]): Purpose {
  const bases = purposes[0]?.legalBases
  return bases && basesAgree(purposes) ? { legalBases: bases } : {}
}
