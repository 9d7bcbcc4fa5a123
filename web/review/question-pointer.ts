import { questions } from '../../functions/processing/form.ts'
import type { Question } from '../../functions/processing/question.ts'

/** JSON pointer that a comment at a question carries: its field, or its part of a field that several questions share. */
export function pointerOf(question: Question): string {
  const name = question.fields[0]!.name
  const isFirst = questions.find((each) => each.fields.some((field) => field.name === name)) === question
  const part = question.unclear?.[0]
  return isFirst || !part ? `/${name}` : `/${part.split('/').slice(1).join('/0/')}`
}
