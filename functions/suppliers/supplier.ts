import * as z from 'zod/mini'
import { shapeOf } from '../fields/schema.ts'
import { sameJson } from '../register/canonical.ts'
import { type Actor, holdsAnywhere } from '../register/actor.ts'
import type { FieldError } from '../register/errors.ts'
import { defineKind, type Due } from '../register/kind.ts'
import { checkFields, checkText } from './check.ts'
import { assessBy, isOpen } from './change-events.ts'
import { dueOn } from './due.ts'
import { supplierFields } from './fields/supplier.ts'
import { numberKey, readLegalNumber } from './legal-number.ts'
import { readsContents } from './policy.ts'
import { markTransitions, secrecyMarksShape } from './secrecy-marks.ts'
import type { ChangeEvent, SupplierData } from './supplier-data.ts'
import { supplierVocabularies } from './vocabulary.ts'

const shape = { ...shapeOf(supplierFields, supplierVocabularies), secrecyMarks: secrecyMarksShape }
const schema = z.strictObject(shape) as unknown as z.ZodMiniType<SupplierData>

const buys = (actor: Actor) => holdsAnywhere(actor, 'contractOwner')
/** Who decides what is secret of a supplier, which belongs to no unit (domain section 6). */
const deciders = ['dpo', 'dpCoordinator', 'isCoordinator', 'ciso', 'registrar']
const decidesSecrecy = (actor: Actor) => deciders.some((role) => holdsAnywhere(actor, role))
const readsSecrets = (actor: Actor) =>
  decidesSecrecy(actor) || ['contractOwner', 'auditor'].some((role) => holdsAnywhere(actor, role))
/** Fields that may be marked as secret: those that no list, date or rule hangs on. */
const markable = ['contacts', 'dpContact', 'address', 'website', 'subProcessorListUrl', 'notes']

/** Somebody outside the organisation who delivers to it. */
export const supplier = defineKind<SupplierData>({
  name: 'supplier',
  plural: 'suppliers',
  prefix: 'sup',
  datable: true,
  number: { series: () => 'L', format: (sequence) => `L-${String(sequence).padStart(5, '0')}`, when: 'created' },
  schema,
  initial: 'active',
  states: ['active', 'ended'],
  editable: ['active'],
  hidden: ['ended'],
  managed: ['soleTrader', 'secrecyMarks'],
  secrets: { personalNumber: 'OSL 21:7' },
  transitions: {
    end: { from: ['active'], who: buys, apply: () => ({ state: 'ended' }) },
    reopen: { from: ['ended'], who: buys, apply: () => ({ state: 'active' }) },
    ...markTransitions<SupplierData>(['active', 'ended'], { markable, decides: (actor) => decidesSecrecy(actor) }),
  },
  policy: {
    view: (actor) => (readsContents(actor) ? 'newest' : undefined),
    create: buys,
    edit: buys,
    secret: readsSecrets,
    main: (actor) => (readsContents(actor) ? 'all' : 'none'),
  },
  orgUnitId: () => undefined,
  check: (data, { codes }) => [...checkFields(supplierFields, data, codes), ...checkNumbers(data)],
  checkText,
  derive: (data, { today }) => ({ ...numbersOf(data), ...datedEvents(data, today) }),
  settle: (before, data) => withOwnEvents(before, data),
  missing: () => [],
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
  unique: ({ data }) => {
    const orgNumber = data.personalNumber ?? data.orgNumber
    return orgNumber ? [{ scope: 'supplierOrgNumber', value: numberKey({ ...data, orgNumber }) }] : []
  },
})

function checkNumbers(data: SupplierData): FieldError[] {
  const { orgNumber, personalNumber, country } = data
  const read = orgNumber === undefined || readLegalNumber(data)
  const needsCountry = !read && !country && !data.numberScheme
  const person = personalNumber === undefined || readLegalNumber({ orgNumber: personalNumber, country: 'SE' })
  return [
    ...(read
      ? []
      : [needsCountry ? { pointer: '/country', code: 'required' } : { pointer: '/orgNumber', code: 'org-number' }]),
    ...(person === true || (person && person.personal) ? [] : [{ pointer: '/personalNumber', code: 'org-number' }]),
  ]
}

/** A company's number as it is written; a personnummer moves to the field that is secret. */
function numbersOf(data: SupplierData): Partial<SupplierData> {
  const { orgNumber, personalNumber, country } = data
  const read = orgNumber === undefined ? undefined : readLegalNumber(data)
  if (!read) return { soleTrader: personalNumber ? true : undefined } as Partial<SupplierData>
  const home = { country: country ?? 'SE' }
  if (!read.personal)
    return { ...home, orgNumber: read.number, soleTrader: personalNumber ? true : undefined } as Partial<SupplierData>
  return {
    ...home,
    orgNumber: undefined,
    personalNumber: read.number,
    soleTrader: true,
  } as unknown as Partial<SupplierData>
}

/** A new owner or country is a change that calls for a renewed assessment, whether or not somebody writes it down as one. */
function withOwnEvents(before: SupplierData, data: SupplierData): SupplierData {
  const events = data.changeEvents ?? []
  const isNew = (event: ChangeEvent) => !(before.changeEvents ?? []).some((old) => sameJson(old, event))
  const written = events.filter(isNew).map(({ kind }) => kind)
  const changed = (field: 'parentName' | 'parentCountry' | 'country') =>
    before[field] !== undefined && before[field] !== data[field]
  const owner = (changed('parentName') || changed('parentCountry')) && !written.includes('ownership')
  const place = changed('country') && !written.includes('location')
  const own: ChangeEvent[] = [
    ...(owner ? [{ kind: 'ownership' as const }] : []),
    ...(place ? [{ kind: 'location' as const }] : []),
  ]
  return own.length > 0 ? { ...data, changeEvents: [...events, ...own] } : data
}

function datedEvents({ changeEvents }: SupplierData, today: string): Partial<SupplierData> {
  return changeEvents ? { changeEvents: changeEvents.map((event) => ({ ...event, at: event.at ?? today })) } : {}
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
