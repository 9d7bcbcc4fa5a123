import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { MoveLater } from './move-later.tsx'

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
  const verb = t(`supplier-record.move.${transition}.verb`)
  return (
    <>
      <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => setOpen(true)}>
        {children ?? verb}
      </button>
      {open && (
        <MoveLater
          party="agreement"
          record={record}
          transition={transition}
          {...(start && { start })}
          {...(always && { always })}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            announce(t('supplier-record.moved', { what: verb }))
            onChange()
          }}
        />
      )}
    </>
  )
}
