import type { JSX } from 'preact'
import { t } from '../text/text.ts'

/** Still lines in place of what is being read; said once to screen readers. */
export function Waiting({ lines = 3 }: { lines?: number }): JSX.Element {
  return (
    <div class="fk-waiting" role="status">
      <span class="ds-sr-only">{t('parts.waiting')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="fk-sk" />
      ))}
    </div>
  )
}

/** The same in place of a whole part of a page, whose heading then comes where the lines were. */
export function WaitingPart(): JSX.Element {
  return (
    <div class="fk-sec">
      <Waiting lines={6} />
    </div>
  )
}
