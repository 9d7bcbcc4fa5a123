import type { JSX } from 'preact'
import { sendJson } from '../../api/request.ts'
import { recordAddress } from '../../router/record-address.ts'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'

/** A supplier that a notification names and the register does not hold. */
export interface Named {
  /** Id of the activity. */
  activity: string
  name: string
}

/** Says where the supplier is named, and that one that is there already can be chosen. */
export function NamedNotice({ named: { activity, name } }: { named: Named }): JSX.Element {
  return (
    <p class="fk-panel fk-mt">
      {t('supplier-form.named.text', { name })}{' '}
      <a class="ds-link" href={recordAddress('activity', activity)}>
        {t('supplier-form.named.read')}
      </a>
    </p>
  )
}

/** Lets the notification point at the supplier; where it cannot, that is said and the task stays. */
export async function linkNamed({ activity, name }: Named, supplierId: string): Promise<void> {
  try {
    await sendJson('POST', `/api/activities/${activity}/suppliers`, { name, supplierId })
    announce(t('supplier-form.named.linked'))
  } catch {
    announce(t('supplier-form.named.failed'))
  }
}
