import type { Field } from '../../functions/processing/question.ts'
import { dateText } from '../text/format.ts'
import { language, t } from '../text/text.ts'
import { durationText } from './duration.ts'
import { lowerFirst, rowText, type Row } from './row.ts'
import type { Words } from './words.ts'

/** A field's value as lines of text: one for each item of a list. Nothing for an empty value. */
export function valueLines(field: Field, value: unknown, words: Words): string[] {
  if (value === undefined || value === null || value === '') return []
  if (!Array.isArray(value)) return [oneText(field, value, words)].filter(Boolean)
  const lines = value.flatMap((item) => valueLines(field, item, words))
  const asSentence = field.type === 'code' || field.type === 'ref'
  return asSentence && lines.length
    ? [lines.map((line, i) => (i && field.type === 'code' ? lowerFirst(line) : line)).join(', ')]
    : [...new Set(lines)]
}

function oneText(field: Field, value: unknown, words: Words): string {
  switch (field.type) {
    case 'code':
      return value === 'all' && field.all
        ? t('answers.allCategories')
        : words.code(field.vocabulary ?? '', String(value))
    case 'bool':
      return t(value ? 'answers.yes' : 'answers.no')
    case 'date':
    case 'time':
      return dateText(String(value))
    case 'duration':
      return durationText(String(value))
    case 'country':
      return countryName(String(value))
    case 'ref':
      return refName(field, String(value), words)
    case 'object':
      return rowText(field, value as Row, (inner, part) => valueLines(inner, part, words))
    default:
      return String(value)
  }
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

function refName(field: Field, id: string, words: Words): string {
  if (field.kind === 'person') return words.person(id)
  return field.kind === 'orgUnit' ? words.unit(id) : words.record(id)
}
