import { defineKind, type Kind } from '../register/kind.ts'
import { activityOutline } from './activity-outline.ts'
import { checkActivity } from './check.ts'
import type { ActivityData } from './data.ts'
import { countFindings, findingsOf, isDated, riskLevelOf } from './findings.ts'
import { managedFields } from './form.ts'
import { isMaterial } from './material.ts'
import { findNationalIds } from './national-id.ts'
import { activitySchema } from './schema.ts'
import { isSensitive } from './traits.ts'
import { activityMissing, activityTransitions } from './workflow.ts'
import { processingContext } from './workflow/knowledge.ts'

/** A processing activity (behandling): DSF 30.1 and 30.2. */
export const activity: Kind<ActivityData> = defineKind<ActivityData>({
  ...activityOutline,
  number: {
    series: (today) => `activity-${today.slice(0, 4)}`,
    format: (sequence, today) => `B-${today.slice(0, 4)}-${String(sequence).padStart(4, '0')}`,
    when: 'first-submit',
  },
  schema: activitySchema,
  initial: 'draft',
  editable: ['draft', 'returned', 'revision'],
  managed: managedFields,
  rememberedLinks: ['processors'],
  transitions: activityTransitions,
  orgUnitId: (data) => data.orgUnitId,
  initialData: (data, actor) => ({ ...data, initiatorId: data.initiatorId ?? actor.personId }),
  check: (data, context) => checkActivity(data, context),
  checkText: (text) =>
    findNationalIds(text).map((found) => ({ pointer: '', code: 'national-id', params: { text: found.text } })),
  derive: (data, context) => ({
    sensitive: isSensitive(data, context.codes),
    riskLevel: riskLevelOf(data, context.codes),
    findingCounts: countFindings(
      findingsOf({ data, inForce: isInForce(data) }, processingContext({ context })).filter(
        (finding) => !isDated(finding.rule),
      ),
    ),
  }),
  settle: (before, data) => (data.managerAttestation && isMaterial(before, data) ? withoutAttestation(data) : data),
  missing: activityMissing,
  unique: ({ data }) =>
    data.imported ? [{ scope: 'imported', value: `${data.imported.source}/${data.imported.reference}` }] : [],
})

/** Registered and not ended, as far as the data itself tells. */
function isInForce({ registeredAt, endedAt }: ActivityData): boolean {
  return registeredAt !== undefined && endedAt === undefined
}

function withoutAttestation({ managerAttestation: _lapsed, ...data }: ActivityData): ActivityData {
  return data
}
