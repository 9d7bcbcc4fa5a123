import type { JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import { Table } from '../components/table.tsx'
import { hasText, t } from '../text/text.ts'
import { statuses, type FeedReport, type FeedRow } from './feed.ts'

const mostShown = 200

/** Counts, then the rows that were refused with why, then the rest. */
export function FeedReportView({ report }: { report: FeedReport }): JSX.Element {
  const changed = report.results.filter((row) => row.status !== 'unchanged')
  const rows = changed.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostShown)
  return (
    <section class="fk-sec" aria-labelledby="resultat">
      <header>
        <h2 class="fk-h2" id="resultat">
          {t(report.dryRun ? 'admin.feed.would' : 'admin.feed.became')}
        </h2>
      </header>
      <dl class="fk-facts" data-row>
        {statuses.map((status) => (
          <div key={status}>
            <dt>{t(`admin.feed.status.${status}`)}</dt>
            <dd class="fk-num">{report.counts[status] ?? 0}</dd>
          </div>
        ))}
      </dl>
      {report.results.length === 0 && <p>{t('admin.feed.nothing')}</p>}
      {report.endedNobody && (
        <p class="fk-panel fk-mt" role="note">
          <Icon name="warning" />{' '}
          {t('admin.feed.endedNobody', {
            named: String(report.endedNobody.named),
            active: String(report.endedNobody.active),
          })}
        </p>
      )}
      {rows.length > 0 && (
        <div class="fk-mt">
          <Table
            caption={t('admin.feed.rows')}
            rows={rows}
            rowKey={(row) => `${row.part} ${row.key} ${row.row ?? ''}`}
            columns={[
              {
                id: 'key',
                label: t('admin.feed.key'),
                head: true,
                cell: (row) =>
                  row.key ? <span class="fk-id">{row.key}</span> : t('admin.feed.row', { row: String(row.row) }),
              },
              { id: 'part', label: t('admin.feed.part'), cell: (row) => t(`admin.feed.parts.${row.part}`) },
              { id: 'status', label: t('admin.feed.outcome'), cell: (row) => t(`admin.feed.status.${row.status}`) },
              { id: 'why', label: t('admin.feed.why'), cell: why },
            ]}
          />
        </div>
      )}
      {changed.length > mostShown && (
        <p class="fk-small fk-dim fk-mt-s">{t('admin.feed.first', { count: mostShown })}</p>
      )}
    </section>
  )
}

function rank(row: FeedRow): number {
  return row.status === 'refused' ? 0 : 1
}

function why(row: FeedRow): string {
  const faults = (row.errors ?? []).map((error) => {
    const key = `admin.feed.code.${error.code}`
    const what = error.detail ?? (hasText(key) ? t(key) : error.code)
    return `${error.pointer.replace(/^\//, '')}: ${what}`
  })
  if (faults.length) return faults.join('. ')
  const key = `admin.feed.code.${row.code ?? ''}`
  return row.code ? (hasText(key) ? t(key) : row.code) : ''
}
