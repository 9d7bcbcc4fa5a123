import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import type { Question } from '../../functions/processing/question.ts'
import { openChange } from '../notification/open-change.ts'
import { useForm } from '../notification/form-scope.ts'
import { t } from '../text/text.ts'
import { PlainQuestion } from './plain-question.tsx'

/** New, changed or ended: the latter two go on in the record that is already in the register. */
export function ChangeQuestion({ question }: { question: Question }) {
  const form = useForm()
  const { route } = useLocation()
  const [problem, setProblem] = useState<string>()
  const { changeType, replacesActivityId } = form.data
  const asks = (changeType === 'change' || changeType === 'end') && replacesActivityId
  async function open(): Promise<void> {
    try {
      route(await openChange(changeType as 'change' | 'end', replacesActivityId!))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t('shell.failure.ours.heading'))
    }
  }
  return (
    <>
      <PlainQuestion question={question} />
      {asks && (
        <div class="fk-panel fk-then">
          <p>{t(`notification.change.${changeType}.text`)}</p>
          {problem && (
            <p class="ds-validation-message" role="alert">
              {problem}
            </p>
          )}
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => void open()}>
            {t(`notification.change.${changeType}.button`)}
          </button>
        </div>
      )}
    </>
  )
}
