import { sameJson } from '../register/canonical.ts'
import { defineKind } from '../register/kind.ts'
import { checkAgreement } from './agreement-check.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreementOutline } from './agreement-outline.ts'
import { agreementSchema, managedFields } from './agreement-schema.ts'
import { checkText } from './check.ts'
import { agreementMissing, agreementTransitions } from './workflow.ts'

/** An agreement with a supplier or another controller, of any type (domain section 3). */
export const agreement = defineKind<AgreementData>({
  ...agreementOutline,
  above: 'parentAgreementId',
  rememberedLinks: ['supplierId'],
  number: {
    series: (today) => `A-${today.slice(0, 4)}`,
    format: (sequence, today) => `A-${today.slice(0, 4)}-${String(sequence).padStart(3, '0')}`,
    when: 'created',
  },
  schema: agreementSchema,
  initial: 'draft',
  editable: ['draft', 'negotiation', 'signed', 'active', 'amending'],
  managed: managedFields,
  transitions: agreementTransitions,
  orgUnitId: (data) => data.controllerOrgUnitIds[0],
  check: checkAgreement,
  checkText,
  settle: (before, data) =>
    sameJson(before.art28, data.art28) && sameJson(before.art28Notes, data.art28Notes) ? data : unconfirmed(data),
  missing: (snapshot, context) => agreementMissing(snapshot, context),
  unique: () => [],
})

function unconfirmed({ checklistConfirmation: _lapsed, ...data }: AgreementData): AgreementData {
  return data
}
