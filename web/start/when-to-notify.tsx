import { rich } from '../text/rich.tsx'
import { t } from '../text/text.ts'

/** When a notification is needed, beside the work. */
export function WhenToNotify() {
  return (
    <section class="fk-panel" aria-labelledby="nar">
      <h2 class="fk-h3" id="nar" tabIndex={-1}>
        {t('start.when.heading')}
      </h2>
      <ul class="fk-bullets">
        <li>{t('start.when.new')}</li>
        <li>{t('start.when.change')}</li>
        <li>{t('start.when.end')}</li>
      </ul>
      <p>{rich('start.when.not', { not: <b>{t('start.when.notWord')}</b> })}</p>
    </section>
  )
}
