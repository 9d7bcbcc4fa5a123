import type { Field } from '../../functions/processing/question.ts'
import { hasText, t } from '../text/text.ts'

export type Row = { [name: string]: unknown }

/** Reads one attribute's value as lines. */
export type Read = (field: Field, value: unknown) => string[]

/** "Efter sista anteckningen" as it stands inside a sentence; "LSS" and "EU" stay. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** One row of a list, such as a recipient or a rule of retention, as a sentence. */
export function rowText(field: Field, row: Row, read: Read): string {
  const inner = (name: string): string => {
    const part = field.fields?.find((each) => each.name === name)
    return part ? read(part, row[name]).join(', ') : ''
  }
  if (row['act'] !== undefined) return supportText(row)
  if (field.name === 'retentionRules') return retentionText(row, inner)
  if (field.name === 'legalBases') return basisText(row, inner)
  return plainText(field, row, read)
}

/** The first attribute that has a value leads; the others follow, with their own word where a value alone says little. */
function plainText(field: Field, row: Row, read: Read): string {
  const parts = (field.fields ?? []).flatMap((inner) => {
    const value = row[inner.name]
    if (inner.type === 'bool') return value === true ? [t(`answers.flag.${inner.name}`)] : []
    const text = read(inner, value).join(', ')
    if (!text) return []
    const key = `answers.attribute.${inner.name}`
    return [hasText(key) ? t(key, { value: lowerFirst(text) }) : text]
  })
  const [lead, ...rest] = parts
  return rest.length ? `${lead} (${rest.join('; ')})` : (lead ?? '')
}

/** "patientdatalagen 3 kap. 17 §". */
function supportText({ act, provision, note }: Row): string {
  const text = [act, provision].filter(Boolean).join(' ')
  return note ? `${text} (${String(note)})` : text
}

function basisText(row: Row, inner: (name: string) => string): string {
  if (inner('support')) return inner('support')
  const basis = inner('basis')
  return row['variant'] && basis ? `${basis}, ${lowerFirst(inner('variant'))}` : basis
}

/** "Hälsa, läkemedel: bevaras, minst 10 år, räknat från sista anteckningen". */
function retentionText(row: Row, inner: (name: string) => string): string {
  const period = inner('period')
  const time = period && row['min'] ? t('answers.atLeast', { value: period }) : period
  const how = [
    inner('action'),
    [time, lowerFirst(inner('trigger'))].filter(Boolean).join(' '),
    inner('criterion'),
    inner('exception') && t('answers.exception', { value: inner('exception') }),
    inner('support'),
  ].filter(Boolean)
  const what = inner('categories')
  return what ? `${what}: ${how.join(', ')}` : how.join(', ')
}
