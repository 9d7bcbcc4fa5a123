import { questionAt } from '../../functions/processing/form.ts'
import type { Question } from '../../functions/processing/question.ts'
import { useForm } from '../notification/form-scope.ts'
import { Asked } from './asked.tsx'
import { PlainQuestion } from './plain-question.tsx'
import { specialQuestions } from './special-questions.ts'
import { SuggestionBox, useSuggestion } from './suggestion-box.tsx'
import { Why } from './why.tsx'

/** One question: its fields or a suggested answer, what is wrong, why we ask, and what the coordinator has asked about it. */
export function QuestionView({ question }: { question: Question }) {
  const form = useForm()
  const suggestion = useSuggestion(question)
  const bad = [...form.errors.keys()].some((pointer) => questionAt(pointer)?.id === question.id)
  const Special = specialQuestions[question.id]
  return (
    <section class="fk-q" id={question.id.toLowerCase()} data-bad={bad ? '' : undefined}>
      <Asked questionId={question.id} />
      {suggestion.offered ? (
        <SuggestionBox question={question} {...suggestion} suggestion={suggestion.offered} />
      ) : Special ? (
        <Special question={question} />
      ) : (
        <PlainQuestion question={question} />
      )}
      <Why id={question.id} />
    </section>
  )
}
