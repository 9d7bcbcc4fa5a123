import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'

/** The start page of whoever runs the service: the organisation and its people, no contents. */
export function AdminStart() {
  useTitle([t('start.title')])
  return (
    <Main size="sm">
      <h1 class="fk-h1">{t('start.admin.heading')}</h1>
      <p class="fk-lead">{t('start.admin.text')}</p>
      <p class="fk-mt">
        <a class="ds-button" data-variant="primary" href="/katalog">
          {t('start.admin.organisation')}
        </a>
      </p>
    </Main>
  )
}
