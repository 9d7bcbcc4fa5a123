import type { Due, Outline } from '../register/outline.ts'
import type { RecordOf } from '../register/record.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreementLinks } from './agreement-links.ts'
import { dueOn } from './due.ts'
import { agreementReach, editsAgreement, readsAgreement, readsSecrets } from './policy.ts'
import { agreementStates } from './states.ts'
import { lastNoticeDay, renewsItself } from './term.ts'
import { supplierVocabularies } from './vocabulary.ts'

const binding = ['signed', 'active', 'amending', 'terminated']

/** How agreements are read: by whom, in which lists, by which words and dates, and from which other records. */
export const agreementOutline: Outline<AgreementData> = {
  name: 'agreement',
  plural: 'agreements',
  prefix: 'agr',
  datable: true,
  pending: ['amending'],
  states: agreementStates,
  hidden: [],
  secrets: { commercialNotes: 'OSL 31:16' },
  policy: {
    view: (actor, { newest }) => (readsAgreement(actor, newest.data) ? 'newest' : undefined),
    create: editsAgreement,
    edit: (actor, { newest }) => editsAgreement(actor, newest.data),
    secret: (actor, record) => readsSecrets(actor, record.data),
    main: agreementReach,
  },
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
