import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Counts } from '../components/counts.tsx'
import { numberText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { ApplyBar } from './apply-bar.tsx'
import { FaultyPart } from './faulty-part.tsx'
import type { Job, Outcome } from './job.ts'
import { RowsPart } from './rows-part.tsx'

const shown: readonly Outcome[] = ['new', 'changed', 'unchanged']

/** What applying would do, row by row and field by field; then the button that does it. */
export function PreviewPart({ job, onChange }: { job: Job; onChange: (job: Job) => void }): JSX.Element {
  const count = (outcome: Outcome): number => job.counts[outcome] ?? 0
  const [tab, setTab] = useState<Outcome>(() => (count('changed') > 0 ? 'changed' : 'new'))
  const wrong = count('faulty') + count('failed')
  return (
    <>
      {job.state === 'checked' && (
        <section class="fk-sec" aria-labelledby="hander">
          <header>
            <h2 class="fk-h2" id="hander">
              {t('intake.happens')}
            </h2>
          </header>
          <Counts
            counts={[
              { tone: 'new', count: count('new'), label: t('intake.count.new') },
              { tone: 'changed', count: count('changed'), label: t('intake.count.changed') },
              { tone: 'same', count: count('unchanged'), label: t('intake.count.unchanged') },
              { tone: 'wrong', count: wrong, label: t('intake.count.faulty') },
            ]}
          />
          <Notes job={job} />
        </section>
      )}
      <section class="fk-sec" aria-labelledby="rader">
        <h2 class="ds-sr-only" id="rader">
          {t('intake.rowsHeading')}
        </h2>
        <div class="fk-tabs" role="group" aria-label={t('intake.rowsHeading')}>
          {shown.map((outcome) => (
            <button key={outcome} type="button" aria-pressed={tab === outcome} onClick={() => setTab(outcome)}>
              {t(`intake.tab.${outcome}`)} <span class="fk-count">{numberText(count(outcome))}</span>
            </button>
          ))}
        </div>
        <RowsPart key={`${tab} ${job.state}`} job={job} outcome={tab} />
      </section>
      {wrong > 0 && <FaultyPart job={job} count={wrong} />}
      {job.state === 'checked' && <ApplyBar job={job} onChange={onChange} />}
    </>
  )
}

/** What blank cells empty, what is kept because it was changed by hand, and which names nobody knows. */
function Notes({ job }: { job: Job }): JSX.Element {
  return (
    <>
      {job.cleared.map(({ field, label, rows }) => (
        <p key={field} class="fk-mt-s">
          {t('intake.cleared', { count: rows, field: label })}
        </p>
      ))}
      {job.kept.map(({ field, label, rows }) => (
        <p key={field} class="fk-mt-s">
          {t('intake.kept', { count: rows, field: label })}
        </p>
      ))}
      {job.appliedBefore && <p class="fk-mt-s">{t('intake.appliedBefore')}</p>}
      {job.unknown.length > 0 && (
        <>
          <p class="fk-mt">
            <b>{t('intake.unknown')}</b>
          </p>
          <ul class="ds-list">
            {job.unknown.map(({ code, value, rows, detail, suggestion }) => (
              <li key={code + value}>
                <b>{value}</b>: {detail} {suggestion && t('intake.suggestion', { name: suggestion })}{' '}
                {t('intake.rowsConcerned', { count: rows })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
