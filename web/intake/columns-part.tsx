import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import type { Job } from './job.ts'

interface Props {
  job: Job
  /** Opens the choice of columns; none while they cannot be changed. */
  onEdit: (() => void) | undefined
}

/** Which field each column becomes, what an empty cell does, and how rows are known again. */
export function ColumnsPart({ job, onEdit }: Props): JSX.Element {
  const used = job.columns.filter(({ field }) => field).length
  const label = (field: string | undefined): string => job.fields.find((each) => each.field === field)?.label ?? ''
  return (
    <section class="fk-sec" aria-labelledby="kolumner">
      <header>
        <h2 class="fk-h3" id="kolumner">
          {t('intake.columns')}{' '}
          <span class="fk-count">{t('intake.columnsUsed', { used, all: job.columns.length })}</span>
        </h2>
        {onEdit && (
          <button type="button" class="fk-linklike fk-small" onClick={onEdit}>
            {t('intake.change')}
            <span class="ds-sr-only"> {t('intake.columns')}</span>
          </button>
        )}
      </header>
      <table class="ds-table fk-table fk-tight-table" data-flush>
        <caption class="ds-sr-only">{t('intake.columnsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('intake.inFile')}</th>
            <th scope="col">{t('intake.becomes')}</th>
            <th scope="col">{t('intake.blankCell')}</th>
          </tr>
        </thead>
        <tbody>
          {job.columns.map((column) => (
            <tr key={column.position}>
              <th scope="row">{column.heading || t('intake.noHeading', { position: String(column.position) })}</th>
              <td>{column.field ? label(column.field) : <span class="fk-dim">{t('intake.notUsed')}</span>}</td>
              <td>
                {column.field &&
                  (column.blank === 'keep' ? t('intake.blank.keep') : <b>{t(`intake.blank.${column.blank}`)}</b>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="fk-small fk-dim fk-mt-s">
        {t('intake.knownBy', {
          rules: job.order.map((id) => job.rules.find((rule) => rule.id === id)?.label ?? id).join(', '),
        })}{' '}
        {t(job.remembered ? 'intake.remembered' : 'intake.willRemember', { source: job.source })}
      </p>
    </section>
  )
}
