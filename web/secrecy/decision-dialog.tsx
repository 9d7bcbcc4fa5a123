import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { TextArea } from '../components/text-area.tsx'
import { t } from '../text/text.ts'
import type { Markable } from './marks.ts'
import type { Decision } from './use-decision.ts'

interface Props {
  subject: Markable
  transition: string
  decision: Decision
  children?: ComponentChildren
  /** Sends what is decided, with the comment. */
  onConfirm: (comment: string) => void
  onClose: () => void
}

/** The frame of a decision about secrecy: what is done with which record, why it was refused, and room for a comment. */
export function DecisionDialog(props: Props): JSX.Element {
  const { subject, transition, decision, children, onConfirm, onClose } = props
  const [comment, setComment] = useState('')
  const verb = t(`secrecy.verb.${transition}`)
  return (
    <ConfirmDialog
      heading={t('forms.move.heading', { what: verb, name: subject.name })}
      confirm={verb}
      busy={decision.busy}
      onConfirm={() => onConfirm(comment)}
      onClose={onClose}
    >
      {decision.problem && (
        <div class="ds-alert" data-color="danger" role="alert">
          <p>{decision.problem}</p>
        </div>
      )}
      {children}
      <TextArea label={t('forms.move.comment')} value={comment} onInput={setComment} rows={2} />
    </ConfirmDialog>
  )
}
