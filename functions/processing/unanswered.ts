import type { Missing } from '../register/errors.ts'
import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { isShown } from './form.ts'
import type { Gap, Question } from './question.ts'
import { isProcessorRecord } from './traits.ts'
import { isUnclear, withoutPositions } from './unclear.ts'

/** What one question lacks for `submit`; `unclear` counts as answered where it is offered. */
export function unanswered(question: Question, data: ActivityData, context: ProcessingContext): Missing[] {
  if (isProcessorRecord(data) && !question.processor) return []
  if (!question.lacks || !isShown(question, data, context)) return []
  return question
    .lacks(data, context)
    .filter((open) => !(question.unclear?.includes(withoutPositions(open.pointer)) && isUnclear(data, open.pointer)))
    .map((open) => asMissing(open, question.id, question.source))
}

/** A gap with the question it belongs to and its legal source. */
export function asMissing(open: Gap, rule: string, source: string): Missing {
  const { pointer, text, params } = open
  return { pointer, rule, source, ...(text && { text }), ...(params && { params }) }
}
