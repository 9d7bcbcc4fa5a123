import type { Field } from '../fields/field.ts'
import { findNationalIds } from '../processing/national-id.ts'
import { codeOf, type ExtensionCodes, isVocabulary } from '../processing/vocabulary.ts'
import type { FieldError } from '../register/errors.ts'
import { isCountry } from '../fields/country.ts'

/**
 * What a schema cannot say of well-shaped fields: countries that are none, codes that nobody has defined (a retired one stays
 * good), and personnummer in text (domain model 10.11; numbers that tell a record from others are not looked at).
 */
export function checkFields(
  fields: readonly Field[],
  data: object,
  codes: ExtensionCodes | undefined,
  path = '',
): FieldError[] {
  return fields.flatMap((field) => {
    const value = (data as { [name: string]: unknown })[field.name]
    const pointer = `${path}/${field.name}`
    if (Array.isArray(value)) return value.flatMap((one, at) => checkValue(field, one, codes, `${pointer}/${at}`))
    return value === undefined ? [] : checkValue(field, value, codes, pointer)
  })
}

/** The same refusals for a text outside `data`. */
export function checkText(text: string): FieldError[] {
  return findNationalIds(text).map((found) => ({ pointer: '', code: 'national-id', params: { text: found.text } }))
}

function checkValue(field: Field, value: unknown, codes: ExtensionCodes | undefined, pointer: string): FieldError[] {
  if (field.type === 'group') return checkFields(field.fields ?? [], value as object, codes, pointer)
  if (typeof value !== 'string' || field.identifier) return []
  if (field.type === 'country') return isCountry(value) ? [] : [unknownCode(pointer, value)]
  if (field.type !== 'text' && field.type !== 'longText') return []
  const { vocabulary } = field
  if (vocabulary && isVocabulary(vocabulary)) {
    return codeOf(vocabulary, value, codes) ? [] : [unknownCode(pointer, value)]
  }
  return checkText(value).map((error) => ({ ...error, pointer }))
}

function unknownCode(pointer: string, code: string): FieldError {
  return { pointer, code: 'unknown-code', params: { code } }
}
