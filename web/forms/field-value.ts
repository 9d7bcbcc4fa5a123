import type { Field } from '../../functions/fields/field.ts'
import { durationText } from '../answers/duration.ts'
import type { Names } from '../directory/names.ts'
import { countryName } from '../fields/countries.ts'
import { dateText, listText, numberText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { codeWord, fieldLabel, type FieldPath, type FormWords } from './form-words.ts'

/** A field's value as lines of text: nothing for an empty one, one line for each row of a group. Needs the topic `answers`. */
export function valueLines(words: FormWords, field: Field, value: unknown, names: Names, path: FieldPath): string[] {
  if (value === undefined || value === null || value === '') return []
  if (!Array.isArray(value)) {
    return field.type === 'group' ? rowLines(words, field, value, names, path) : [oneText(words, field, value, names)]
  }
  if (field.type === 'group') {
    return value.map((row) => rowLines(words, field, row, names, path).join('; ')).filter(Boolean)
  }
  const texts = value.map((one) => oneText(words, field, one, names))
  return texts.length > 0 ? [listText(texts)] : []
}

function rowLines(words: FormWords, field: Field, row: unknown, names: Names, path: FieldPath): string[] {
  return (field.fields ?? []).flatMap((inner) => {
    const at = [...path, inner.name]
    const text = valueLines(words, inner, (row as { [name: string]: unknown })[inner.name], names, at).join(', ')
    return text ? [`${fieldLabel(words, at)}: ${text}`] : []
  })
}

function oneText(words: FormWords, field: Field, value: unknown, names: Names): string {
  switch (field.type) {
    case 'code':
      return codeWord(words, field, String(value))
    case 'yesNo':
      return t(value ? 'parts.yes' : 'parts.no')
    case 'date':
      return dateText(String(value))
    case 'duration':
      return durationText(String(value))
    case 'country':
      return countryName(String(value))
    case 'number':
      return typeof value === 'number' ? numberText(value) : String(value)
    case 'ref':
      return refName(field, String(value), names)
    default:
      return field.vocabulary ? codeWord(words, field, String(value)) : String(value)
  }
}

function refName(field: Field, id: string, names: Names): string {
  if (field.kind === 'person') return names.person(id)
  return field.kind === 'orgUnit' ? names.unit(id) : names.record(id)
}
