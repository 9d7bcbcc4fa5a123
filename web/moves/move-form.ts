import { t } from '../text/text.ts'

export type Values = { [name: string]: string }

/** One thing a transition asks for. `comment` goes as the transition's comment, the rest as its data. */
export interface MoveField {
  name: string
  type: 'text' | 'area' | 'date' | 'choice' | 'activity'
  required?: boolean
  /** Vocabulary of a choice. */
  vocabulary?: string
  codes?: readonly string[]
  shown?: (values: Values) => boolean
}

const comment = (required: boolean): MoveField => ({ name: 'comment', type: 'area', required })

/** What each transition asks for before it is made (domain sections 4 and 10). */
export const moveForms: { [transition: string]: readonly MoveField[] } = {
  withdraw: [comment(true)],
  revise: [comment(true)],
  discard: [comment(true)],
  reopen: [comment(true)],
  decline: [comment(true)],
  confirm: [comment(false)],
  return: [comment(false)],
  forward: [comment(false)],
  archive: [{ name: 'archiveRef', type: 'text', required: true }],
  refuse: [
    {
      name: 'reason',
      type: 'choice',
      required: true,
      vocabulary: 'refusalReason',
      codes: ['duplicate', 'notPersonalData', 'otherController'],
    },
    { name: 'duplicateOf', type: 'activity', required: true, shown: (values) => values['reason'] === 'duplicate' },
    comment(false),
  ],
  end: [
    { name: 'endedAt', type: 'date', required: true },
    { name: 'endReason', type: 'area', required: true },
    {
      name: 'endDisposition',
      type: 'choice',
      required: true,
      vocabulary: 'endDisposition',
      codes: ['destroyed', 'archived', 'transferred', 'retained'],
    },
    { name: 'retentionRef', type: 'text', required: true, shown: (values) => values['endDisposition'] === 'retained' },
  ],
  remark: [
    { name: 'text', type: 'area', required: true },
    { name: 'dueDate', type: 'date' },
  ],
  answerRemark: [{ name: 'text', type: 'area', required: true }],
  closeRemark: [],
}

/** The fields that apply to these values. */
export function shownFields(transition: string, values: Values): readonly MoveField[] {
  return (moveForms[transition] ?? []).filter((field) => !field.shown || field.shown(values))
}

/** What a person must still fill in, by field; empty when the transition may be sent. */
export function lacking(transition: string, values: Values): { [name: string]: string } {
  const empty = shownFields(transition, values).filter((field) => field.required && !values[field.name]?.trim())
  return Object.fromEntries(empty.map((field) => [field.name, t(`moves.need.${transition}.${field.name}`)]))
}

/** The body of the transition. `fixed` is data that the page knows, such as which remark is meant. */
export function moveBody(
  transition: string,
  values: Values,
  fixed: { [name: string]: unknown } = {},
): { transition: string; comment?: string; data?: { [name: string]: unknown } } {
  const given = shownFields(transition, values).flatMap(({ name }) => {
    const value = values[name]?.trim()
    return value ? [[name, value] as const] : []
  })
  const data = { ...Object.fromEntries(given.filter(([name]) => name !== 'comment')), ...fixed }
  const words = given.find(([name]) => name === 'comment')?.[1]
  return {
    transition,
    ...(words ? { comment: words } : {}),
    ...(Object.keys(data).length ? { data } : {}),
  }
}
