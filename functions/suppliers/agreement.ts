import { sameJson } from '../register/canonical.ts'
import { defineKind, type Due, type RecordOf } from '../register/kind.ts'
import { checkAgreement } from './agreement-check.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreementLinks } from './agreement-links.ts'
import { agreementSchema, managedFields } from './agreement-schema.ts'
import { checkText } from './check.ts'
import { agreementReach, editsAgreement, readsAgreement, readsSecrets } from './policy.ts'
import { dueOn } from './due.ts'
import { lastNoticeDay, renewsItself } from './term.ts'
import { agreementStates } from './states.ts'
import { supplierVocabularies } from './vocabulary.ts'
import { agreementMissing, agreementTransitions } from './workflow.ts'

const binding = ['signed', 'active', 'amending', 'terminated']

/** An agreement with a supplier or another controller, of any type (domain section 3). */
export const agreement = defineKind<AgreementData>({
  name: 'agreement',
  plural: 'agreements',
  prefix: 'agr',
  datable: true,
  pending: ['amending'],
  above: 'parentAgreementId',
  rememberedLinks: ['supplierId'],
  number: {
    series: (today) => `A-${today.slice(0, 4)}`,
    format: (sequence, today) => `A-${today.slice(0, 4)}-${String(sequence).padStart(3, '0')}`,
    when: 'created',
  },
  schema: agreementSchema,
  initial: 'draft',
  states: agreementStates,
  editable: ['draft', 'negotiation', 'signed', 'active', 'amending'],
  hidden: [],
  managed: managedFields,
  secrets: { commercialNotes: 'OSL 31:16' },
  transitions: agreementTransitions,
  policy: {
    view: (actor, { newest }) => (readsAgreement(actor, newest.data) ? 'newest' : undefined),
    create: editsAgreement,
    edit: (actor, { newest }) => editsAgreement(actor, newest.data),
    secret: (actor, record) => readsSecrets(actor, record.data),
    main: agreementReach,
  },
  orgUnitId: (data) => data.controllerOrgUnitIds[0],
  check: checkAgreement,
  checkText,
  settle: (before, data) =>
    sameJson(before.art28, data.art28) && sameJson(before.art28Notes, data.art28Notes) ? data : unconfirmed(data),
  missing: (snapshot, context) => agreementMissing(snapshot, context),
  views: ({ newest }) => [{ set: 'main', record: newest }],
  sortName: (record) => record.data.name,
  summary: [
    'name',
    'type',
    'supplierId',
    'counterparty',
    'controllerOrgUnitIds',
    'applicationIds',
    'ownerId',
    'diaryNumber',
    'signedAt',
    'validFrom',
    'validTo',
    'renewal',
    'renewalMonths',
    'noticeMonths',
    'terminationAt',
    'nextFollowUpAt',
  ],
  facets: ({ state, data }) => ({
    state: [state],
    unit: data.controllerOrgUnitIds,
    person: data.ownerId ? [data.ownerId] : [],
    type: data.type ? [data.type] : [],
    supplier: data.supplierId ? [data.supplierId] : [],
    renewal: data.renewal ? [data.renewal] : [],
    record: data.applicationIds ?? [],
    waiting: waitingFor(state, data),
  }),
  partitions: { main: ['state', 'unit', 'person', 'type', 'supplier', 'renewal', 'waiting'] },
  filters: {
    state: { type: 'facet', values: agreementStates },
    orgUnit: { type: 'unit', of: 'unit' },
    type: { type: 'facet', values: supplierVocabularies.agreementType },
    supplier: { type: 'facet' },
    owner: { type: 'facet', of: 'person' },
    renewal: { type: 'facet', values: supplierVocabularies.renewal },
    waiting: { type: 'facet', values: ['checklist', 'subProcessor', 'reassessment'] },
    dueBefore: { type: 'dueBefore', of: 'end' },
    noticeBefore: { type: 'dueBefore', of: 'notice' },
    followUpBefore: { type: 'dueBefore', of: 'followUp' },
    objectionBefore: { type: 'dueBefore', of: 'objection' },
    reassessmentBefore: { type: 'dueBefore', of: 'reassessment' },
  },
  sorts: ['name', 'number', 'validTo', 'nextFollowUpAt', 'updatedAt'],
  texts: ({ number, data, names = {} }) => [
    number,
    data.name,
    data.diaryNumber,
    data.supplierId && names[data.supplierId],
    data.counterparty,
  ],
  exact: ({ number, data }) => [number, data.diaryNumber],
  links: agreementLinks,
  due: dueDates,
  unique: () => [],
})

function unconfirmed({ checklistConfirmation: _lapsed, ...data }: AgreementData): AgreementData {
  return data
}

/** Whom it waits for: a coordinator's word on the checklist, a decision about a sub-processor, an assessment. */
function waitingFor(state: string, data: AgreementData): string[] {
  const prepared = ['negotiation', 'signed', 'amending'].includes(state)
  const bound = state === 'active' || state === 'amending'
  return [
    ...(data.type === 'pub' && prepared && !data.checklistConfirmation ? ['checklist'] : []),
    ...(bound && (data.subProcessors ?? []).some(({ status }) => status === 'proposed') ? ['subProcessor'] : []),
    ...(bound && (data.reassessments ?? []).some(({ closedAt }) => !closedAt) ? ['reassessment'] : []),
  ]
}

/** The days of the calendar that hang on no other day; those of tacit renewals are computed when asked for. */
function dueDates({ state, data }: RecordOf<AgreementData>): Due[] {
  if (!binding.includes(state)) return []
  const { validTo, terminationAt, nextFollowUpAt, subProcessors = [], reassessments = [] } = data
  const ends = [validTo, terminationAt].filter((day) => day !== undefined).sort()
  const end = renewsItself(data) ? terminationAt : ends[0]
  const notice = renewsItself(data) || !validTo ? undefined : lastNoticeDay(data, validTo)
  return [
    ...(end ? [{ what: 'end', date: end }] : []),
    ...(notice ? [{ what: 'notice', date: notice }] : []),
    ...(nextFollowUpAt ? [{ what: 'followUp', date: nextFollowUpAt }] : []),
    ...dueOn(
      'objection',
      subProcessors.map(({ status, objectionDeadline }) => (status === 'proposed' ? objectionDeadline : undefined)),
    ),
    ...dueOn(
      'reassessment',
      reassessments.map(({ closedAt, due }) => (closedAt ? undefined : due)),
    ),
  ]
}
