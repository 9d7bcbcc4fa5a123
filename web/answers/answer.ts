import type { ActivityData } from '../../functions/processing/data.ts'
import type { FormField, Question } from '../../functions/processing/question.ts'
import { isMasked } from '../components/secrecy.tsx'
import { t } from '../text/text.ts'
import { valueLines } from './value.ts'
import type { Words } from './words.ts'

export interface Answer {
  lines: string[]
  /** Answered "Saknas eller oklart". */
  unclear?: boolean
  /** The provision that hides it from this reader. */
  secrecy?: string
}

/** Lists in which "none of these" is an answer. */
const noneIsAnswer = ['dpiaCriteria', 'dpiaMandatoryCases']

/** Several fields of one question need their own words: all but the leading one. */
const unlabelled = ['purposes', 'unlistedSystems', 'noRecipients', 'noProcessors']

/** What a record answers to one question. */
export function answerOf(question: Question, data: ActivityData, words: Words): Answer {
  const lines: string[] = []
  let secrecy: string | undefined
  question.fields.forEach((field, i) => {
    const value = data[field.name] as unknown
    if (isMasked(value)) secrecy = value.secrecy
    else lines.push(...fieldLines(field, value, words, i > 0))
  })
  if (secrecy !== undefined) return { lines, secrecy }
  if (lines.length === 0 && isUnclear(question, data)) return { lines, unclear: true }
  return { lines }
}

/** The same as one text, for comparing two revisions. */
export function answerText(answer: Answer): string {
  if (answer.unclear) return t('answers.unclear')
  return [...answer.lines, ...(answer.secrecy ? [t('parts.secrecy', { provision: answer.secrecy })] : [])].join('\n')
}

/** Whether a question has anything to show. */
export function isAnswered(answer: Answer): boolean {
  return answer.lines.length > 0 || answer.unclear === true || answer.secrecy !== undefined
}

function fieldLines(field: FormField, value: unknown, words: Words, isExtra: boolean): string[] {
  if (field.name === 'noRecipients' || field.name === 'noProcessors') {
    return value === true ? [t(`answers.${field.name}`)] : []
  }
  if (noneIsAnswer.includes(field.name) && Array.isArray(value) && value.length === 0) return [t('answers.noneOfThese')]
  const lines = valueLines(field, value, words)
  if (!isExtra || unlabelled.includes(field.name)) return lines
  return lines.map((line) => t('answers.labelled', { label: t(`answers.field.${field.name}`), value: line }))
}

function isUnclear(question: Question, data: ActivityData): boolean {
  const plain = (pointer: string): string => pointer.replaceAll(/\/\d+/g, '')
  return (data.unclear ?? []).some((pointer) => question.unclear?.includes(plain(pointer)))
}
