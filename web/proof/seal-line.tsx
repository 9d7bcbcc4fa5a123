import type { JSX } from 'preact'
import { now } from '../api/clock.ts'
import { useLoad } from '../loading/use-load.ts'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { readVerification } from './seal.ts'
import { sealState } from './seal-state.ts'
import { sealedAt } from './sealed-at.ts'

/** When the history was last sealed, and whether anything is wrong with it, in one line that leads to more. */
export function SealLine(): JSX.Element | null {
  const { data } = useLoad('verification', readVerification)
  if (!data) return null
  const state = sealState(data, dayOf(now()))
  return (
    <p>
      {t(`proof.line.${state}`, { when: data.head && sealedAt(data.head), count: data.head?.faults })}{' '}
      <a class="ds-link" href="/forsegling">
        {t('proof.about')}
      </a>
    </p>
  )
}
