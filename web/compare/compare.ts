import type { ActivityData } from '../../functions/processing/data.ts'
import { questions } from '../../functions/processing/form.ts'
import type { Question } from '../../functions/processing/question.ts'
import { answerOf, answerText, isAnswered, type Answer } from '../answers/answer.ts'
import { questionLabel } from '../answers/answers.tsx'
import type { Words } from '../answers/words.ts'

/** One row of a comparison: what it is called, and its value before and now. */
export interface ComparedRow {
  id: string
  label: string
  before: Answer
  after: Answer
  isChanged: boolean
}

/** One question with the answer before and now. */
export interface Pair extends ComparedRow {
  question: Question
}

/** Every question that either revision answers, in the order of the form. */
export function pairsOf(before: ActivityData, after: ActivityData, words: Words): Pair[] {
  return questions
    .map((question) => {
      const [old, now] = [answerOf(question, before, words), answerOf(question, after, words)]
      const [id, label] = [question.id, questionLabel(question)]
      return { id, label, question, before: old, after: now, isChanged: answerText(old) !== answerText(now) }
    })
    .filter((pair) => isAnswered(pair.before) || isAnswered(pair.after))
}
