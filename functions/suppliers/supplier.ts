import * as z from 'zod/mini'
import { shapeOf } from '../fields/schema.ts'
import { sameJson } from '../register/canonical.ts'
import type { FieldError } from '../register/errors.ts'
import { defineKind } from '../register/kind.ts'
import { checkFields, checkText } from './check.ts'
import { supplierFields } from './fields/supplier.ts'
import { numberKey, readLegalNumber } from './legal-number.ts'
import { markableFields } from './markable.ts'
import { markTransitions, secrecyMarksShape } from './secrecy-marks.ts'
import type { ChangeEvent, SupplierData } from './supplier-data.ts'
import { supplierOutline } from './supplier-outline.ts'
import { buys, decidesSecrecyOfSupplier } from './supplier-policy.ts'
import { supplierVocabularies } from './vocabulary.ts'

const shape = { ...shapeOf(supplierFields, supplierVocabularies), secrecyMarks: secrecyMarksShape }
const schema = z.strictObject(shape) as unknown as z.ZodMiniType<SupplierData>

/** Somebody outside the organisation who delivers to it. */
export const supplier = defineKind<SupplierData>({
  ...supplierOutline,
  number: { series: () => 'L', format: (sequence) => `L-${String(sequence).padStart(5, '0')}`, when: 'created' },
  schema,
  initial: 'active',
  editable: ['active'],
  managed: ['soleTrader', 'secrecyMarks'],
  transitions: {
    end: { from: ['active'], who: buys, apply: () => ({ state: 'ended' }) },
    reopen: { from: ['ended'], who: buys, apply: () => ({ state: 'active' }) },
    ...markTransitions<SupplierData>(['active', 'ended'], {
      markable: markableFields.supplier,
      decides: decidesSecrecyOfSupplier,
    }),
  },
  orgUnitId: () => undefined,
  check: (data, { codes }) => [...checkFields(supplierFields, data, codes), ...checkNumbers(data)],
  checkText,
  derive: (data, { today }) => ({ ...numbersOf(data), ...datedEvents(data, today) }),
  settle: (before, data) => withOwnEvents(before, data),
  missing: () => [],
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
