import { useState } from 'preact/hooks'
import { question as questionOf } from '../../functions/processing/form.ts'
import type { Question } from '../../functions/processing/question.ts'
import type { Suggestion } from '../../functions/processing/suggestions.ts'
import { answerOf } from '../answers/answer.ts'
import { useWords } from '../answers/words.ts'
import { useForm } from '../notification/form-scope.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { shortName } from './question-text.ts'
import { QuestionHeading } from './question-heading.tsx'

interface Offer {
  offered: Suggestion | undefined
  decline: () => void
}

/** The suggestion for a question, until the person has taken it or chosen to answer otherwise. */
export function useSuggestion(question: Question): Offer {
  const form = useForm()
  const [declined, setDeclined] = useState(false)
  const offered = declined ? undefined : form.suggestions.find((suggestion) => suggestion.question === question.id)
  return { offered, decline: () => setDeclined(true) }
}

/** An answer that follows from other answers: not given until the person has said that it is right. */
export function SuggestionBox({
  question,
  suggestion,
  decline,
}: {
  question: Question
  suggestion: Suggestion
  decline: () => void
}) {
  const form = useForm()
  const words = useWords()
  const answered = [question, ...(suggestion.also ?? []).map(questionOf)]
  const lines = answered.flatMap((entry) => answerOf(entry, { ...form.data, ...suggestion.set }, words).lines)
  const toQuestion = (): void => {
    const place = document.getElementById(question.id.toLowerCase())
    requestAnimationFrame(() => place?.querySelector<HTMLElement>('input, select, textarea')?.focus())
  }
  return (
    <>
      <QuestionHeading id={question.id} />
      <div class="fk-sug">
        <header>
          <span class="ds-tag fk-sug-tag" data-color="brand1">
            {t('notification.suggestion.tag')}
          </span>
          {t(`suggestions.${suggestion.from.key}`, suggestion.from.params)}
        </header>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <div class="fk-row">
          <button
            type="button"
            class="ds-button"
            data-variant="primary"
            onClick={() => {
              form.apply(suggestion.set)
              announce(t('notification.suggestion.taken', { question: shortName(question.id) }))
              toQuestion()
            }}
          >
            {t('notification.suggestion.accept')}
            <span class="ds-sr-only">: {shortName(question.id)}</span>
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            onClick={() => {
              decline()
              toQuestion()
            }}
          >
            {t('notification.suggestion.decline')}
            <span class="ds-sr-only">: {shortName(question.id)}</span>
          </button>
        </div>
      </div>
    </>
  )
}
