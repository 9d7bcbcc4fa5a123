import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { form, isShown, questionAt } from './form.ts'
import { isEmpty } from './gap.ts'
import type { Field, Question, SectionId } from './question.ts'
import { suggestionsFor } from './suggestions.ts'
import { unanswered } from './unanswered.ts'
import { withoutPositions } from './unclear.ts'

/**
 * `wrong`: an answer that cannot stay. `missing`: needed before sending. `suggestion`: an answer is proposed. `optional`: not
 * answered and not needed. `notApplicable`: not asked now. `notStarted`: a section without a single answer.
 */
export type Status = 'done' | 'missing' | 'wrong' | 'suggestion' | 'optional' | 'notApplicable' | 'notStarted'

export interface QuestionProgress {
  id: string
  status: Status
}

/** How far a section has come, with how many answers are missing and wrong. */
export interface SectionProgress {
  id: SectionId
  status: Status
  missing: number
  wrong: number
  questions: QuestionProgress[]
}

/** The whole form's step list. `wrong`: pointers of answers that were refused. */
export function progressOf(
  data: ActivityData,
  context: ProcessingContext,
  wrong: readonly string[] = [],
): SectionProgress[] {
  const refused = new Set(wrong.map((pointer) => questionAt(pointer)?.id))
  const suggested = new Set(suggestionsFor(data, context).map((suggestion) => suggestion.question))
  return form.map((section) => {
    const questions = section.questions.map((entry) => ({
      id: entry.id,
      status: questionStatus(entry, data, context, refused, suggested),
    }))
    const count = (status: Status) => questions.filter((entry) => entry.status === status).length
    const missing = section.questions
      .filter((entry) => isShown(entry, data, context) && unanswered(entry, data, context).length > 0)
      .filter((entry) => !refused.has(entry.id)).length
    const begun = section.questions.some((entry) => isAnswered(entry, data))
    return { id: section.id, status: sectionStatus(count, missing, begun), missing, wrong: count('wrong'), questions }
  })
}

/** Whether anything is answered, "Saknas eller oklart" included. */
export function isAnswered(question: Question, data: ActivityData): boolean {
  const marks = (data.unclear ?? []).map(withoutPositions)
  if (question.unclear?.some((pointer) => marks.includes(pointer))) return true
  return question.fields.some((field) => holdsAnswer(field, data[field.name]))
}

function questionStatus(
  question: Question,
  data: ActivityData,
  context: ProcessingContext,
  refused: ReadonlySet<string | undefined>,
  suggested: ReadonlySet<string>,
): Status {
  if (refused.has(question.id)) return 'wrong'
  if (!isShown(question, data, context)) return 'notApplicable'
  if (suggested.has(question.id)) return 'suggestion'
  if (unanswered(question, data, context).length > 0) return 'missing'
  return isAnswered(question, data) ? 'done' : 'optional'
}

function sectionStatus(count: (status: Status) => number, missing: number, begun: boolean): Status {
  if (count('wrong') > 0) return 'wrong'
  if (missing > 0) return begun ? 'missing' : 'notStarted'
  if (begun) return count('suggestion') > 0 ? 'suggestion' : 'done'
  return count('optional') + count('suggestion') > 0 ? 'optional' : 'notApplicable'
}

function holdsAnswer(field: Field, value: unknown): boolean {
  if (field.none && Array.isArray(value)) return true
  if (isEmpty(value)) return false
  if (!field.fields) return true
  const rows = Array.isArray(value) ? value : [value]
  return rows.some((row: { [name: string]: unknown }) =>
    field.fields?.some((inner) => holdsAnswer(inner, row[inner.name])),
  )
}
