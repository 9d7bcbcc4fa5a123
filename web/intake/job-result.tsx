import type { JSX } from 'preact'
import { Counts } from '../components/counts.tsx'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import type { Job } from './job.ts'
import { listAddress } from './read-kinds.ts'

/** What came of an import that has been applied, and where its assets are. */
export function JobResult({ job }: { job: Job }): JSX.Element {
  const { created = 0, changed = 0, unchanged = 0, failed = 0 } = job.applied?.counts ?? {}
  const left = failed + (job.counts.faulty ?? 0)
  return (
    <section class="fk-sec" aria-labelledby="klart">
      <header>
        <h2 class="fk-h2" id="klart">
          {t('intake.done')}
        </h2>
      </header>
      <Counts
        counts={[
          { tone: 'new', count: created, label: t('intake.count.new') },
          { tone: 'changed', count: changed, label: t('intake.count.changed') },
          { tone: 'same', count: unchanged, label: t('intake.count.unchanged') },
          { tone: 'wrong', count: left, label: t('intake.count.notRead') },
        ]}
      />
      <p class="fk-ok fk-mt" role="status">
        <Icon name="check" />
        {t('intake.doneText', { count: created + changed })}
      </p>
      <p class="fk-mt">
        <a class="ds-button" data-variant="primary" href={listAddress(job.kind, job.source)}>
          {t(`intake.toList.${job.kind}`)}
        </a>
      </p>
    </section>
  )
}
