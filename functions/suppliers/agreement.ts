import type { FieldError, Missing } from '../register/errors.ts'
import { defineKind } from '../register/kind.ts'
import { type AgreementData, agreementSchema, agreementStates, agreementTypes } from './agreement-data.ts'
import { agreementReach, editsAgreement, readsAgreement } from './policy.ts'

/** An agreement with a supplier or another controller; enough to be linked and listed. */
export const agreement = defineKind<AgreementData>({
  name: 'agreement',
  plural: 'agreements',
  prefix: 'agr',
  number: {
    series: (today) => `A-${today.slice(0, 4)}`,
    format: (sequence, today) => `A-${today.slice(0, 4)}-${String(sequence).padStart(3, '0')}`,
    when: 'created',
  },
  schema: agreementSchema,
  initial: 'draft',
  states: agreementStates,
  editable: ['draft', 'negotiation', 'amending'],
  hidden: [],
  managed: [],
  secrets: {},
  transitions: {
    negotiate: {
      from: ['draft'],
      who: (actor, { newest }) => editsAgreement(actor, newest.data),
      apply: () => ({ state: 'negotiation' }),
    },
    sign: {
      from: ['negotiation'],
      who: (actor, { newest }) => editsAgreement(actor, newest.data),
      requires: ({ snapshot }) => unsigned(snapshot.newest.data),
      apply: () => ({ state: 'signed' }),
    },
  },
  policy: {
    view: (actor, { newest }) => (readsAgreement(actor, newest.data) ? 'newest' : undefined),
    create: editsAgreement,
    edit: (actor, { newest }) => editsAgreement(actor, newest.data),
    secret: (actor, record) => readsAgreement(actor, record.data),
    main: agreementReach,
  },
  orgUnitId: (data) => data.controllerOrgUnitIds[0],
  check: inOrder,
  missing: ({ newest }) => (newest.state === 'negotiation' ? unsigned(newest.data) : []),
  views: ({ newest }) => [{ set: 'main', record: newest }],
  sortName: (record) => record.data.name,
  summary: ['name', 'type', 'supplierId', 'controllerOrgUnitIds', 'ownerId', 'validFrom', 'validTo'],
  facets: ({ state, data }) => ({
    state: [state],
    unit: data.controllerOrgUnitIds,
    person: data.ownerId ? [data.ownerId] : [],
    type: data.type ? [data.type] : [],
    supplier: data.supplierId ? [data.supplierId] : [],
  }),
  filters: {
    state: { type: 'facet', values: agreementStates },
    orgUnit: { type: 'unit', of: 'unit' },
    type: { type: 'facet', values: agreementTypes },
    supplier: { type: 'facet' },
    dueBefore: { type: 'dueBefore', of: 'validTo' },
  },
  sorts: ['name', 'number', 'validTo', 'updatedAt'],
  texts: ({ number, data }) => [number, data.name, data.diaryNumber],
  exact: ({ number, data }) => [number, data.diaryNumber],
  links: ({ supplierId, controllerOrgUnitIds, ownerId }) => [
    ...(supplierId
      ? [{ rel: 'supplier', pointer: '/supplierId', kind: 'supplier', id: supplierId, checked: true }]
      : []),
    ...controllerOrgUnitIds.map((id, index) => ({
      rel: 'controller',
      pointer: `/controllerOrgUnitIds/${index}`,
      kind: 'orgUnit',
      id,
      checked: false,
    })),
    ...(ownerId ? [{ rel: 'owner', pointer: '/ownerId', kind: 'person', id: ownerId, checked: false }] : []),
  ],
  due: ({ data }) => (data.validTo ? [{ what: 'validTo', date: data.validTo }] : []),
  unique: () => [],
})

/** What signing lacks: the diary number of the signed document, and its date. */
function unsigned({ diaryNumber, signedAt }: AgreementData): Missing[] {
  return [
    ...(diaryNumber ? [] : [{ pointer: '/diaryNumber', rule: 'diaryNumber', source: 'OSL 5:1' }]),
    ...(signedAt ? [] : [{ pointer: '/signedAt', rule: 'signedAt', source: 'DSF 28.9' }]),
  ]
}

function inOrder({ validFrom, validTo }: AgreementData): FieldError[] {
  return validFrom && validTo && validTo < validFrom ? [{ pointer: '/validTo', code: 'end-before-start' }] : []
}
