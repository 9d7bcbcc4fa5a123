import type { ActivityRecord } from '../api/activities.ts'
import { StateTag } from '../components/state-tag.tsx'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'

/** A notification that this person may not write in now: says where it is and offers to read it. */
export function NotEditable({ record }: { record: ActivityRecord }) {
  useTitle([t('notification.notEditable.heading'), record.data.name])
  return (
    <Main>
      <div class="fk-prose">
        <h1 class="fk-h1">{t('notification.notEditable.heading')}</h1>
        <p>
          <StateTag state={record.state} />
        </p>
        <p>{t('notification.notEditable.text', { name: record.data.name ?? '' })}</p>
        <a class="ds-button" data-variant="primary" href={`/anmalningar/${record.id}`}>
          {t('notification.notEditable.follow')}
        </a>
      </div>
    </Main>
  )
}
