import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'

/** The one big action: to notify. */
export function Hero() {
  return (
    <section class="fk-hero" aria-labelledby="anmal">
      <h2 class="fk-h2" id="anmal">
        {t('start.hero.heading')}
      </h2>
      <p>{t('start.hero.text')}</p>
      <div class="fk-row">
        <a class="ds-button" data-variant="primary" data-color="brand1" href="/anmal">
          {t('start.notify')}
          <Icon name="forward" />
        </a>
        <a class="ds-link" href="#nar">
          {t('start.hero.unsure')}
        </a>
      </div>
    </section>
  )
}
