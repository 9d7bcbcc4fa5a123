import type { JSX } from 'preact'
import { numberText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { Job } from './job.ts'

/** How far the server has come; the page may be left meanwhile. */
export function JobWork({ job }: { job: Job }): JSX.Element {
  const { done, total } = job.progress
  return (
    <section class="fk-sec" aria-labelledby="pagar">
      <header>
        <h2 class="fk-h2" id="pagar">
          {t(`intake.work.${job.state}`)}
        </h2>
      </header>
      <progress class="fk-progress" {...(total ? { value: done, max: total } : {})} aria-labelledby="pagar" />
      {(job.state === 'checking' || job.state === 'applying') && (
        <p class="fk-mt-s" role="status">
          {total
            ? t('intake.progress', { done: numberText(done), total: numberText(total) })
            : t('intake.progressRows', { done: numberText(done) })}
        </p>
      )}
      <p class="fk-dim">{t('intake.mayLeave')}</p>
    </section>
  )
}
