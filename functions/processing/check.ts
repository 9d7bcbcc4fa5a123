import type { FieldError } from '../register/errors.ts'
import { isCalendarDay } from './calendar.ts'
import type { ActivityData } from './data.ts'
import { maxLinks } from './field.ts'
import { activityFields } from './form.ts'
import { findNationalIds } from './national-id.ts'
import type { Field } from './question.ts'
import { codeOf, type ExtensionCodes } from './vocabulary.ts'

/**
 * What the schema cannot say of a well-shaped activity: codes that nobody has defined (a retired one stays good), days that
 * are not in the calendar, an end before the start, too many links for one save, and personnummer in free text
 * (domain 10.11; the source text in `imported` only warns and is not looked at here).
 */
export function checkActivity(data: ActivityData, context: { codes?: ExtensionCodes }): FieldError[] {
  const errors: FieldError[] = []
  checkFields(activityFields, data, '', context.codes, errors)
  for (const [at, pointer] of (data.unclear ?? []).entries()) {
    if (!activityFields.some((field) => pointer.split('/')[1] === field.name)) {
      errors.push({ pointer: `/unclear/${at}`, code: 'unknown-field', params: { field: pointer } })
    }
  }
  if (data.startDate && data.plannedEndDate && data.plannedEndDate < data.startDate) {
    errors.push({ pointer: '/plannedEndDate', code: 'end-before-start', params: { start: data.startDate } })
  }
  const links = linkCount(data)
  if (links > maxLinks)
    errors.push({ pointer: '/applicationIds', code: 'too-many', params: { max: maxLinks, count: links } })
  return errors
}

/** Distinct records that the activity points at, people and org units aside. */
export function linkCount(data: ActivityData): number {
  const suppliers = (data.processors ?? []).map((processor) => processor.supplierId)
  const ids = [...(data.applicationIds ?? []), ...(data.medicalDeviceIds ?? []), ...suppliers, data.replacesActivityId]
  return new Set(ids.filter((id) => id !== undefined)).size
}

function checkFields(
  fields: readonly Field[],
  holder: object,
  path: string,
  codes: ExtensionCodes | undefined,
  errors: FieldError[],
): void {
  for (const field of fields) {
    const value = (holder as { [name: string]: unknown })[field.name]
    const pointer = `${path}/${field.name}`
    if (Array.isArray(value)) value.forEach((item, at) => checkValue(field, item, `${pointer}/${at}`, codes, errors))
    else if (value !== undefined) checkValue(field, value, pointer, codes, errors)
  }
}

function checkValue(
  field: Field,
  value: unknown,
  pointer: string,
  codes: ExtensionCodes | undefined,
  errors: FieldError[],
) {
  if (field.type === 'object' && typeof value === 'object' && value !== null) {
    checkFields(field.fields ?? [], value, pointer, codes, errors)
    return
  }
  if (typeof value !== 'string') return
  if (field.type === 'date' && !isCalendarDay(value)) errors.push({ pointer, code: 'date', params: { date: value } })
  if (field.type === 'code' && !(field.all && value === 'all') && !codeOf(field.vocabulary!, value, codes)) {
    errors.push({ pointer, code: 'unknown-code', params: { code: value } })
  }
  if (field.type === 'text' && field.scan !== false) {
    for (const hit of findNationalIds(value)) errors.push({ pointer, code: 'national-id', params: { text: hit.text } })
  }
}
