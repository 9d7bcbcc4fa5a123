import type { JSX } from 'preact'
import type { ActivityRecord } from '../api/activities.ts'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { partAddress, type Place } from './parts.ts'

/** Says plainly that the page shows the past, and leads back to now. */
export function PastNotice({ record, place }: { record: ActivityRecord; place: Place }): JSX.Element | null {
  if (!place.asOf && place.revision === undefined) return null
  const text = place.asOf
    ? t('record.past.asOf', { date: dateText(place.asOf), revision: String(record.revision) })
    : t('record.past.revision', { revision: String(record.revision), date: dateText(record.updatedAt) })
  return (
    <p class="fk-panel fk-mt" role="note">
      {text}{' '}
      <a class="ds-link" href={partAddress(record.id, { part: place.part })}>
        {t('record.past.now')}
      </a>
    </p>
  )
}
