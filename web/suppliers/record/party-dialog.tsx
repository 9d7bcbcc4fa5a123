import type { JSX } from 'preact'
import type { Full } from '../../api/record.ts'
import { SecrecyDialog } from '../../secrecy/secrecy-dialog.tsx'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import type { Party } from '../fields.ts'
import { markableParty } from './markable-party.ts'
import { MoveLater } from './move-later.tsx'

interface Props {
  party: Party
  record: Full<{ name: string }>
  transition: string
  start?: { [name: string]: unknown }
  always?: { [name: string]: unknown }
  onClose: () => void
  /** The move is made. */
  onChange: () => void
}

/** The dialog of a move of a supplier or an agreement; says aloud when it is made. */
export function PartyDialog({ party, record, transition, onClose, onChange, ...given }: Props): JSX.Element {
  const onDone = (): void => {
    onClose()
    announce(t('supplier-record.moved', { what: t(`supplier-record.move.${transition}.verb`) }))
    onChange()
  }
  if (transition === 'markSecret')
    return (
      <SecrecyDialog subject={markableParty(party, record)} transition={transition} onClose={onClose} onDone={onDone} />
    )
  return (
    <MoveLater party={party} record={record} transition={transition} {...given} onClose={onClose} onDone={onDone} />
  )
}
