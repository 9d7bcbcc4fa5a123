import type { ComponentChildren, JSX } from 'preact'
import type { ActivityData } from '../../functions/processing/data.ts'
import type { Question } from '../../functions/processing/question.ts'
import { hasText, t } from '../text/text.ts'
import { AnswerText } from './answer-text.tsx'
import { answerOf } from './answer.ts'
import type { Words } from './words.ts'

interface Props {
  questions: readonly Question[]
  data: ActivityData
  words: Words
  /** Said in place of an answer that is missing; without it the row says that it is empty. */
  missing?: (question: Question) => string | undefined
  /** What stands to the right of an answer, such as a link that changes it. */
  action?: (question: Question) => ComponentChildren
}

/** Questions and answers under each other, as they will be read. Needs topics `form`, `vocabulary` and `answers`. */
export function Answers({ questions, data, words, missing, action }: Props): JSX.Element {
  return (
    <dl class="fk-ans">
      {questions.map((question) => {
        const lack = missing?.(question)
        return (
          <div key={question.id} id={question.id.toLowerCase()} data-miss={lack === undefined ? undefined : ''}>
            <dt>{questionLabel(question)}</dt>
            <dd>{lack === undefined ? <AnswerText answer={answerOf(question, data, words)} /> : lack}</dd>
            <dd>{action?.(question)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A question's short label, the whole question where it has none. */
export function questionLabel(question: Question): string {
  const short = `form.${question.id}.short`
  return hasText(short) ? t(short) : t(`form.${question.id}.label`)
}
