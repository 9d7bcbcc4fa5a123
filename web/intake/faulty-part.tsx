import type { JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import { Table } from '../components/table.tsx'
import { numberText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { Job, Row } from './job.ts'
import { useRowsOf } from './use-rows-of.ts'

/** Rows that cannot be read, with why, and the file in which to put them right. */
export function FaultyPart({ job, count }: { job: Job; count: number }): JSX.Element {
  const { rows = [], more } = useRowsOf(job.id, job.counts.faulty ? 'faulty' : 'failed')
  return (
    <section class="fk-sec" id="fel" aria-labelledby="felrader">
      <header>
        <h2 class="fk-h2" id="felrader">
          {t('intake.faulty')} <span class="fk-count">{numberText(count)}</span>
        </h2>
        <a class="ds-button fk-btn-s" data-variant="secondary" href={`/api/imports/${job.id}/faulty`} download>
          <Icon name="download" />
          {t('intake.download', { count })}
        </a>
      </header>
      <p class="fk-dim">{t('intake.faultyText')}</p>
      <Table<Row>
        caption={t('intake.faulty')}
        flush
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            id: 'row',
            label: t('intake.rowShort'),
            num: true,
            phoneLabel: t('intake.rowShort'),
            cell: ({ row }) => numberText(row),
          },
          { id: 'key', label: t('intake.key'), mono: true, cell: ({ key }) => key ?? '–' },
          {
            id: 'cell',
            label: t('intake.cell'),
            cell: ({ errors }) =>
              errors.map(({ position, heading, value }, i) => (
                <p key={i}>
                  {heading ?? (position ? t('intake.noHeading', { position: String(position) }) : '–')}
                  {heading || position ? ': ' : ''}
                  {heading || position ? <b>{value || t('intake.empty')}</b> : null}
                </p>
              )),
          },
          {
            id: 'why',
            label: t('intake.wrong'),
            cell: ({ errors }) => errors.map(({ detail }, i) => <p key={i}>{detail}</p>),
          },
        ]}
      />
      {more && (
        <p class="fk-mt">
          <button type="button" class="ds-button" data-variant="secondary" onClick={more}>
            {t('intake.more')}
          </button>
        </p>
      )}
    </section>
  )
}
