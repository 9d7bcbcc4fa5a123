import type { Due, Outline } from '../register/outline.ts'
import { assessBy, isOpen } from './change-events.ts'
import { dueOn } from './due.ts'
import type { SupplierData } from './supplier-data.ts'
import { supplierPolicy } from './supplier-policy.ts'
import { supplierVocabularies } from './vocabulary.ts'

/** How suppliers are read: by whom, in which lists, by which words and dates. */
export const supplierOutline: Outline<SupplierData> = {
  name: 'supplier',
  plural: 'suppliers',
  prefix: 'sup',
  datable: true,
  states: ['active', 'ended'],
  hidden: ['ended'],
  secrets: { personalNumber: 'OSL 21:7' },
  policy: supplierPolicy,
  views: ({ newest }) => [{ set: 'main', record: newest }],
  sortName: (record) => record.data.name,
  summary: [
    'name',
    'tradeNames',
    'otherNames',
    'orgNumber',
    'country',
    'category',
    'criticality',
    'ownerId',
    'nextFollowUpAt',
  ],
  facets: ({ state, data }) => ({
    state: [state],
    country: data.country ? [data.country] : [],
    category: data.category ? [data.category] : [],
    criticality: data.criticality ? [data.criticality] : [],
    owner: data.ownerId ? [data.ownerId] : [],
  }),
  filters: {
    state: { type: 'facet', values: ['active', 'ended'] },
    country: { type: 'facet' },
    category: { type: 'facet', values: supplierVocabularies.category },
    criticality: { type: 'facet', values: supplierVocabularies.criticality },
    owner: { type: 'facet' },
    dueBefore: { type: 'dueBefore', of: 'followUp' },
    certificateBefore: { type: 'dueBefore', of: 'certificate' },
    reassessmentBefore: { type: 'dueBefore', of: 'reassessment' },
  },
  sorts: ['name', 'number', 'nextFollowUpAt', 'updatedAt'],
  texts: ({ number, data }) => [
    number,
    data.name,
    ...(data.tradeNames ?? []),
    ...(data.otherNames ?? []),
    data.orgNumber,
    data.parentName,
  ],
  exact: ({ number, data }) => [number, data.orgNumber, data.orgNumber?.replace(/\W/g, ''), data.name],
  links: ({ ownerId }) =>
    ownerId ? [{ rel: 'owner', pointer: '/ownerId', kind: 'person', id: ownerId, checked: false }] : [],
  due: ({ state, data }) => (state === 'ended' ? [] : dueDates(data)),
}

function dueDates({ certifications = [], nextFollowUpAt, changeEvents = [] }: SupplierData): Due[] {
  return [
    ...dueOn(
      'certificate',
      certifications.map(({ validTo }) => validTo),
    ),
    ...(nextFollowUpAt ? [{ what: 'followUp', date: nextFollowUpAt }] : []),
    ...dueOn(
      'reassessment',
      changeEvents.map((event) => (event.at && isOpen(event) ? assessBy(event.at) : undefined)),
    ),
  ]
}
