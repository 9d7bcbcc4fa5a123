import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { PartyDialog } from './party-dialog.tsx'

interface Props {
  record: AgreementRecord
  transition: string
  start?: { [name: string]: unknown }
  always?: { [name: string]: unknown }
  onChange: () => void
  children?: ComponentChildren
}

/** A small button for one move of an agreement, beside what the move is about; nothing to those who may not make it. */
export function MoveButton({ record, transition, start, always, onChange, children }: Props): JSX.Element | null {
  const [open, setOpen] = useState(false)
  if (!record.allowed.includes(transition)) return null
  return (
    <>
      <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => setOpen(true)}>
        {children ?? t(`supplier-record.move.${transition}.verb`)}
      </button>
      {open && (
        <PartyDialog
          party="agreement"
          record={record}
          transition={transition}
          {...(start && { start })}
          {...(always && { always })}
          onClose={() => setOpen(false)}
          onChange={onChange}
        />
      )}
    </>
  )
}
