import { useTitle } from '../router/title.ts'
import { t } from '../text/text.ts'
import { Main } from './main.tsx'

/** No such address, or no record there that this person may read. */
export function NotFound() {
  useTitle([t('shell.notFound.heading')])
  return (
    <Main>
      <div class="fk-prose">
        <h1 class="fk-h1">{t('shell.notFound.heading')}</h1>
        <p>{t('shell.notFound.text')}</p>
        <div class="fk-row">
          <a class="ds-link" href="/registret">
            {t('shell.notFound.search')}
          </a>
          <a class="ds-link" href="/">
            {t('shell.notFound.start')}
          </a>
        </div>
      </div>
    </Main>
  )
}
