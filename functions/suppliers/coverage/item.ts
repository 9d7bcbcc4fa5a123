import * as z from 'zod/mini'
import type { Actor } from '../../register/actor.ts'
import { judge, type Judgement, type Use } from '../coverage.ts'
import { ownFindings } from '../findings/agreement.ts'
import type { AgreementFacts, SupplierFacts } from '../facts.ts'
import { readsAgreement } from '../policy.ts'
import { namesOfCodes } from '../content-names.ts'
import { lawInWords, tellFinding } from '../finding-sentences.ts'
import type { Language } from '../labels.ts'
import { reasonSentence } from '../sentences.ts'
import { supplierVocabularies } from '../vocabulary.ts'

/** One use, judged: a line of the coverage view. */
export interface Line {
  use: Use
  supplier?: SupplierFacts
  judgement: Judgement
}

export const coverageItem = z.strictObject({
  supplierId: z.optional(z.string()),
  supplierName: z.string(),
  supplierCountry: z.optional(z.string()),
  parentCountry: z.optional(z.string()),
  usedBy: z.strictObject({
    kind: z.enum(['activity', 'application', 'medicalDevice', 'equipment']),
    id: z.string(),
    number: z.optional(z.string()),
    name: z.string(),
    orgUnitId: z.optional(z.string()),
  }),
  controllerOrgUnitId: z.optional(z.string()),
  status: z.enum(supplierVocabularies.coverageStatus),
  agreementId: z.optional(z.string()),
  agreementNumber: z.optional(z.string()),
  date: z.optional(z.iso.date()),
  reason: z.string(),
  cause: z.string(),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['K', 'H', 'M', 'L']),
      detail: z.string(),
      source: z.string(),
      law: z.string(),
    }),
  ),
})

export type CoverageItem = z.infer<typeof coverageItem>

/** A use with what the agreements with its supplier make of it on a day. */
export function lineOf(
  use: Use,
  supplier: SupplierFacts | undefined,
  agreements: readonly AgreementFacts[],
  day: string,
): Line {
  return { use, ...(supplier && { supplier }), judgement: judge(use, agreements, day) }
}

/** A line as it is answered, in the caller's language; an agreement that the caller may not read is not named. */
export function itemOf(
  { use, supplier, judgement }: Line,
  day: string,
  actor: Actor,
  language: Language,
): CoverageItem {
  const { supplierId, supplierName, usedBy, controllerOrgUnitId } = use
  const { status, agreement, date, reason } = judgement
  const named = agreement && (actor.system || readsAgreement(actor, agreement.data)) ? agreement : undefined
  const orgUnitId = usedBy.kind === 'activity' ? usedBy.orgUnitId : usedBy.usingOrgUnitIds[0]
  return {
    ...(supplierId && { supplierId }),
    supplierName: supplier?.name ?? supplierName ?? '',
    ...(supplier?.data.country && { supplierCountry: supplier.data.country }),
    ...(supplier?.data.parentCountry && { parentCountry: supplier.data.parentCountry }),
    usedBy: {
      kind: usedBy.kind,
      id: usedBy.id,
      ...(usedBy.number && { number: usedBy.number }),
      name: usedBy.name,
      ...(orgUnitId && { orgUnitId }),
    },
    ...(controllerOrgUnitId && { controllerOrgUnitId }),
    status,
    ...(named && { agreementId: named.id, ...(named.number && { agreementNumber: named.number }) }),
    ...(date && { date }),
    reason: reasonSentence(judgement, language),
    cause: reason,
    findings: findingsOf({ use, ...(supplier && { supplier }), judgement }, day, language),
  }
}

/** The gap itself (SU-01, SU-02), and what is wrong with the agreement that covers. */
function findingsOf({ use, supplier, judgement }: Line, day: string, language: Language): CoverageItem['findings'] {
  const { status, agreement } = judgement
  const rule = use.usedBy.kind === 'activity' ? 'SU-01' : 'SU-02'
  const params = { supplier: supplier?.name ?? use.supplierName ?? '', status }
  const found =
    status === 'covered' && agreement
      ? ownFindings(agreement, { today: day, ...(supplier && { supplier: supplier.data }) })
      : hasBegun(use, day)
        ? [{ rule, severity: 'K' as const, pointer: '', source: 'DSF 28.3, S0', params }]
        : []
  return found.map((finding) => {
    const { severity, source } = finding
    const { detail } = tellFinding(finding, language, namesOfCodes)
    return { rule: finding.rule, severity, detail, source, law: lawInWords(source, language) }
  })
}

/** A planned processing has nothing yet that needs to be covered. */
function hasBegun({ usedBy }: Use, day: string): boolean {
  return usedBy.kind !== 'activity' || (usedBy.startDate !== undefined && usedBy.startDate <= day)
}
