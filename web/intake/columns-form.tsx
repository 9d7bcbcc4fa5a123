import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { CheckList } from '../fields/check-list.tsx'
import { t } from '../text/text.ts'
import { ColumnLine } from './column-line.tsx'
import { mapImport, type Blank, type Job } from './job.ts'
import { sentenceOf } from './sentence-of.ts'

interface Props {
  job: Job
  onChange: (job: Job) => void
  /** Leaves without a change; none while the columns must be chosen. */
  onClose: (() => void) | undefined
}

/** Chooses a field for each column and what an empty cell does; saved for the source, and the file is checked anew. */
export function ColumnsForm({ job, onChange, onClose }: Props): JSX.Element {
  const [columns, setColumns] = useState(job.columns)
  const [rules, setRules] = useState<readonly string[]>(job.order)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const set = (position: number, change: { field?: string | undefined; blank?: Blank }): void =>
    setColumns(columns.map((column) => (column.position === position ? { ...column, ...change } : column)))
  const save = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      onChange(
        await mapImport(job.id, {
          columns: columns.map(({ position, field, blank }) => ({ position, field: field ?? null, blank })),
          rules: [...rules],
        }),
      )
    } catch (problem) {
      setError(sentenceOf(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      class="fk-stack fk-sec"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 class="fk-h2">{t('intake.columns')}</h2>
      <p class="fk-prose">
        {t('intake.mapFirst')} {job.remembered && t('intake.remembered')}
      </p>
      {job.appliedBefore && <p>{t('intake.appliedBefore')}</p>}
      {error && (
        <div class="ds-alert" data-color="danger" role="alert">
          <p>{error}</p>
        </div>
      )}
      <table class="ds-table fk-table" data-flush data-stack role="table">
        <caption class="ds-sr-only">{t('intake.columnsCaption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['inFile', 'becomes', 'blankCell'].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {t(`intake.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {columns.map((column) => (
            <ColumnLine key={column.position} column={column} job={job} onChange={set} />
          ))}
        </tbody>
      </table>
      <CheckList
        pointer="/regler"
        text={{ label: t('intake.rules'), help: t('intake.rulesHelp') }}
        groups={[{ choices: job.rules.map(({ id, label }) => ({ value: id, label })) }]}
        value={rules}
        onChange={setRules}
      />
      <div>
        <button type="submit" class="ds-button" data-variant="primary" aria-busy={busy || undefined}>
          {t('intake.check')}
        </button>
        {onClose && (
          <button type="button" class="ds-button" data-variant="tertiary" onClick={onClose}>
            {t('parts.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}
