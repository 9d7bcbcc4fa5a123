import type { JSX } from 'preact'
import { Table } from '../components/table.tsx'
import { useNames } from '../directory/names.ts'
import { momentText, numberText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { Job } from './job.ts'

/** The latest files: which, by whom, and what came of them. */
export function Recent({ jobs }: { jobs: readonly Job[] }): JSX.Element {
  const names = useNames()
  const newest = jobs.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  return (
    <section class="fk-sec" aria-labelledby="senaste">
      <header>
        <h2 class="fk-h2" id="senaste">
          {t('intake.recent')}
        </h2>
      </header>
      {newest.length === 0 ? (
        <p class="fk-dim">{t('intake.noRecent')}</p>
      ) : (
        <Table
          caption={t('intake.recent')}
          flush
          rows={newest}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'file',
              label: t('intake.fileName'),
              head: true,
              cell: ({ id, fileName }) => (
                <a class="fk-rec" href={`/inlasning/${id}`}>
                  {fileName}
                </a>
              ),
            },
            { id: 'kind', label: t('intake.kindShort'), cell: ({ kind }) => t(`intake.kind.${kind}`) },
            { id: 'source', label: t('intake.sourceShort'), cell: ({ source }) => source },
            { id: 'by', label: t('intake.by'), cell: ({ createdBy }) => names.person(createdBy) },
            { id: 'at', label: t('intake.at'), num: true, cell: ({ createdAt }) => momentText(createdAt) },
            { id: 'state', label: t('intake.stateShort'), cell: (job) => <Result job={job} /> },
          ]}
        />
      )}
    </section>
  )
}

function Result({ job }: { job: Job }): JSX.Element {
  const { created = 0, changed = 0 } = job.applied?.counts ?? {}
  return (
    <>
      {t(`intake.state.${job.state}`)}
      {job.state === 'applied' && (
        <span class="fk-dim">
          {' '}
          {t('intake.result', { created: numberText(created), changed: numberText(changed) })}
        </span>
      )}
    </>
  )
}
