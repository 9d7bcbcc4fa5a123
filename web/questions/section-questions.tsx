import { useEffect, useRef } from 'preact/hooks'
import { isShown } from '../../functions/processing/form.ts'
import type { Cause, Question } from '../../functions/processing/question.ts'
import { codeLabel } from '../answers/words.ts'
import { Icon, Sign } from '../components/icon.tsx'
import { useForm } from '../notification/form-scope.ts'
import { announce } from '../shell/announcer.tsx'
import { rich } from '../text/rich.tsx'
import { listText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { grouped } from './grouped.ts'
import { formText, shortName } from './question-text.ts'
import { QuestionView } from './question-view.tsx'

/** The questions of a section: follow-ups hang on the answer that called for them, the others say when they would appear. */
export function SectionQuestions({ questions }: { questions: readonly Question[] }) {
  const form = useForm()
  const shown = questions
    .filter((question) => isShown(question, form.data, form.context))
    .map((question) => question.id)
  useAppearing(shown)
  return grouped(questions, form.data, form.context).map((part) => {
    const key = part.questions[0]!.id
    if (part.kind === 'absent') return <NotApplicable key={key} questions={part.questions} />
    const views = part.questions.map((question) => <QuestionView key={question.id} question={question} />)
    return part.kind === 'plain' ? (
      views
    ) : (
      <div key={key} class="fk-follow">
        <p class="fk-follow__why">
          <Icon name="branch" />
          {t('notification.follow.because', { answer: causeText(part.cause) })}
        </p>
        {views}
      </div>
    )
  })
}

/** The answers in words; with the question where the answer alone would say nothing. */
function causeText({ question, vocabulary, codes }: Cause): string {
  const chosen = listText(codes.map((code) => codeLabel(vocabulary, code)))
  return vocabulary === 'triState' || vocabulary === 'yesNo' ? `${shortName(question)}: ${chosen}` : chosen
}

function NotApplicable({ questions }: { questions: readonly Question[] }) {
  const said = questions.filter((question) => formText(`${question.id}.appears`))
  return said.map((question) => (
    <p key={question.id} id={question.id.toLowerCase()} class="fk-foldline fk-small">
      <Sign id="st-na" />
      <span>
        {rich(
          'notification.follow.absent',
          { question: <b>{shortName(question.id)}</b> },
          { when: formText(`${question.id}.appears`) },
        )}
      </span>
    </p>
  ))
}

/** Tells those who listen when an answer makes another question appear. */
function useAppearing(shown: readonly string[]): void {
  const before = useRef<readonly string[]>(shown)
  useEffect(() => {
    const fresh = shown.filter((id) => !before.current.includes(id))
    before.current = shown
    if (fresh.length) announce(t('notification.follow.appeared', { questions: listText(fresh.map(shortName)) }))
  }, [shown.join()])
}
