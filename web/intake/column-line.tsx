import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import type { Blank, Column, Job } from './job.ts'

interface Props {
  column: Column
  job: Job
  onChange: (position: number, change: { field?: string | undefined; blank?: Blank }) => void
}

const blanks: readonly Blank[] = ['keep', 'clear', 'refuse']

/** One column: its heading and first values, the field it becomes, and what an empty cell does. */
export function ColumnLine({ column, job, onChange }: Props): JSX.Element {
  const { position, heading, samples, field, blank } = column
  const name = heading || t('intake.noHeading', { position: String(position) })
  const groups = [...new Set(job.fields.map(({ group }) => group))]
  return (
    <tr role="row">
      <th role="rowheader" scope="row" data-first>
        <b>{name}</b>
        <br />
        <span class="fk-small fk-dim">{samples.filter(Boolean).slice(0, 3).join(', ') || t('intake.noSamples')}</span>
      </th>
      <td role="cell">
        <select
          class="ds-input"
          aria-label={t('intake.fieldOf', { name })}
          value={field ?? ''}
          onChange={(event) => onChange(position, { field: event.currentTarget.value || undefined })}
        >
          <option value="">{t('intake.notUsed')}</option>
          {groups.map((group) => {
            const options = job.fields
              .filter((each) => each.group === group)
              .map((each) => (
                <option key={each.field} value={each.field}>
                  {each.label}
                </option>
              ))
            return group ? (
              <optgroup key={group} label={group}>
                {options}
              </optgroup>
            ) : (
              options
            )
          })}
        </select>
      </td>
      <td role="cell">
        {field && (
          <select
            class="ds-input"
            aria-label={t('intake.blankOf', { name })}
            value={blank}
            onChange={(event) => onChange(position, { blank: event.currentTarget.value as Blank })}
          >
            {blanks.map((value) => (
              <option key={value} value={value}>
                {t(`intake.blankLong.${value}`)}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  )
}
