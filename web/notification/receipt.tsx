import { needsAttestation } from '../../functions/processing/traits.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { Icon } from '../components/icon.tsx'
import { useNames } from '../directory/names.ts'
import { rich } from '../text/rich.tsx'
import { t } from '../text/text.ts'

/** The notification has been sent: its number and what happens next. */
export function Receipt({ record }: { record: ActivityRecord }) {
  const names = useNames()
  const manager = names.person(record.data.responsibleManagerId) || t('filed.receipt.manager')
  const isChange = record.registeredRevision !== undefined
  return (
    <div class="fk-empty" role="status">
      <h1 class="fk-h1">
        <span class="fk-ok">
          <Icon name="check" />
          {t(isChange ? 'filed.receipt.changeHeading' : 'filed.receipt.heading')}
        </span>
      </h1>
      <p>
        {rich(isChange ? 'filed.receipt.change' : 'filed.receipt.number', {
          number: <b class="fk-num">{record.number}</b>,
        })}
      </p>
      <p>
        <b>{t('filed.receipt.now')}</b>{' '}
        {needsAttestation(record.data) ? t('filed.receipt.attest', { manager }) : t('filed.receipt.coordinator')}
      </p>
      <p>{t('filed.receipt.then')}</p>
      <div class="fk-row fk-mt">
        <a class="ds-link" href="/anmalningar">
          {t('filed.receipt.mine')}
        </a>
      </div>
    </div>
  )
}
