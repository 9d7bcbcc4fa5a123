import type { JSX } from 'preact'
import { dateShort, dateText, dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { Icon } from './icon.tsx'

/** A date by which something is to be done; bold, red, with a clock and a word when it has passed. */
export function DueDate({ date, long }: { date: string | undefined; long?: boolean }): JSX.Element {
  if (!date) return <span class="fk-dim">–</span>
  const text = long ? dateText(date) : dateShort(date)
  if (date >= dayOf(new Date())) return <span class="fk-num">{text}</span>
  return (
    <b class="fk-late">
      <Icon name="clock" />
      {text}
      <span class="ds-sr-only"> {t('parts.late')}</span>
    </b>
  )
}
