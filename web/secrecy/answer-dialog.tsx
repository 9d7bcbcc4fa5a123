import type { JSX } from 'preact'
import { fieldAt } from '../../functions/register/secrecy-mark.ts'
import { t } from '../text/text.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import type { Markable } from './marks.ts'
import { useDecision } from './use-decision.ts'

interface Props {
  subject: Markable
  /** Lifting a mark, or declining what was proposed. */
  transition: string
  /** Which mark it is about. */
  start?: { [field: string]: unknown } | undefined
  onClose: () => void
  onDone: () => void
}

/** Asks once before a mark is lifted or a proposal is declined. */
export function AnswerDialog({ subject, transition, start, onClose, onDone }: Props): JSX.Element {
  const decision = useDecision(subject, onDone)
  const field = subject.labelOf(fieldAt(start?.['fieldPath']))
  return (
    <DecisionDialog
      subject={subject}
      transition={transition}
      decision={decision}
      onConfirm={(comment) => void decision.decide(transition, start ?? {}, comment)}
      onClose={onClose}
    >
      {transition === 'liftSecrecy' && <p>{t('secrecy.text.liftSecrecy', { field })}</p>}
    </DecisionDialog>
  )
}
