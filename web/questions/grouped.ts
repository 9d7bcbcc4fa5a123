import type { ProcessingContext } from '../../functions/processing/context.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import type { Cause, Question } from '../../functions/processing/question.ts'

export type Part =
  | { kind: 'plain'; questions: Question[] }
  | { kind: 'follow'; cause: Cause; questions: Question[] }
  | { kind: 'absent'; questions: Question[] }

/**
 * The questions in order, cut into stretches: always asked, follow-ups of one answer (and follow-ups of these), and those that
 * do not apply now.
 */
export function grouped(questions: readonly Question[], data: ActivityData, context: ProcessingContext): Part[] {
  const parts: Part[] = []
  for (const question of questions) {
    const cause = question.appears?.(data, context) ?? true
    const last = parts.at(-1)
    if (cause === false) {
      if (last?.kind === 'absent') last.questions.push(question)
      else parts.push({ kind: 'absent', questions: [question] })
    } else if (cause === true) {
      if (last?.kind === 'plain') last.questions.push(question)
      else parts.push({ kind: 'plain', questions: [question] })
    } else if (last?.kind === 'follow' && hangsTogether(last, cause)) {
      last.questions.push(question)
    } else {
      parts.push({ kind: 'follow', cause, questions: [question] })
    }
  }
  return parts
}

function hangsTogether(part: { cause: Cause; questions: Question[] }, cause: Cause): boolean {
  const sameAnswer = part.cause.question === cause.question && part.cause.codes.join() === cause.codes.join()
  return sameAnswer || part.questions.some((question) => question.id === cause.question)
}
