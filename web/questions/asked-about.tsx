import { useState } from 'preact/hooks'
import { addComment } from '../api/activities.ts'
import type { Note } from '../api/record.ts'
import { Thread } from '../components/thread.tsx'
import { useNames } from '../directory/names.ts'
import { useForm } from '../notification/form-scope.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { shortName } from './question-text.ts'

interface Props {
  questionId: string
  recordId: string
  /** What has been said at this question, at least once. */
  notes: readonly Note[]
}

/** What the coordinator has asked at a question, with the answers so far and a field to answer in. */
export function AskedAbout({ questionId, recordId, notes }: Props) {
  const form = useForm()
  const names = useNames()
  return (
    <Thread posts={notes.map((note) => ({ id: note.id, who: names.person(note.by), at: note.at, text: note.text }))}>
      {form.mayComment && <Answer questionId={questionId} recordId={recordId} pointer={notes.at(-1)!.pointer!} />}
    </Thread>
  )
}

function Answer({ questionId, recordId, pointer }: { questionId: string; recordId: string; pointer: string }) {
  const form = useForm()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const id = `svar-${questionId.toLowerCase()}`
  async function send(): Promise<void> {
    if (!text.trim()) return setProblem(t('notification.answer.empty'))
    try {
      await addComment(recordId, { text: text.trim(), pointer })
      setText('')
      setProblem(undefined)
      announce(t('notification.answer.sent'))
      form.renewComments()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t('notification.answer.failed'))
    }
  }
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="medium" for={id}>
        {t('notification.answer.label')}
        <span class="ds-sr-only">: {shortName(questionId)}</span>
      </label>
      <div data-field="description">{t('notification.answer.help')}</div>
      {problem && (
        <p class="ds-validation-message" id={`${id}-fel`}>
          {problem}
        </p>
      )}
      <textarea
        id={id}
        class="ds-input"
        rows={2}
        value={text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-fel` : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="fk-row fk-mt">
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => void send()}>
          {t('notification.answer.send')}
        </button>
      </div>
    </div>
  )
}
