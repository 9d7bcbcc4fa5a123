import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import { now } from '../api/clock.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { TextInput } from '../components/text-input.tsx'
import { isDate } from '../fields/date-text.ts'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'

interface Props {
  /** The day that is shown already. */
  asOf?: string | undefined
  /** The address of the same page on a day. */
  addressOf: (day: string) => string
  onClose: () => void
}

/** Chooses a day; the page then shows what was in force at its end. */
export function AsOfDialog({ asOf, addressOf, onClose }: Props): JSX.Element {
  const [day, setDay] = useState(asOf ?? dayOf(now()))
  const [error, setError] = useState<string>()
  const { route } = useLocation()
  const go = (): void => {
    if (!isDate(day)) {
      setError(t('record.asOf.need'))
      return
    }
    route(addressOf(day))
    onClose()
  }
  return (
    <ConfirmDialog heading={t('record.asOf.heading')} confirm={t('record.asOf.show')} onConfirm={go} onClose={onClose}>
      <TextInput
        type="date"
        label={t('record.asOf.day')}
        help={t('record.asOf.help')}
        value={day}
        error={error}
        onInput={setDay}
      />
    </ConfirmDialog>
  )
}
