import type { ComponentChildren, JSX } from 'preact'
import { t } from '../text/text.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  heading: string
  children?: ComponentChildren
  /** What happens, as a verb. */
  confirm: string
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** One question before something goes out or ends: says what happens, the verb on the button. */
export function ConfirmDialog({ heading, children, confirm, busy, onConfirm, onClose }: Props): JSX.Element {
  return (
    <Dialog
      heading={heading}
      onClose={onClose}
      onSubmit={onConfirm}
      actions={
        <>
          <button type="submit" class="ds-button" data-variant="primary" aria-busy={busy || undefined}>
            {confirm}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={onClose}>
            {t('parts.cancel')}
          </button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
