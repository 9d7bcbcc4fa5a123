import { Fragment } from 'preact'
import type { JSX } from 'preact'
import { Icon } from '../components/icon.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { recordAddress } from '../router/record-address.ts'
import { t } from '../text/text.ts'
import type { Job, Outcome, Row, RowChange } from './job.ts'
import { useRowsOf } from './use-rows-of.ts'

/** Rows of one outcome with every field that is set, emptied or kept. */
export function RowsPart({ job, outcome }: { job: Job; outcome: Outcome }): JSX.Element {
  const { rows, more, error } = useRowsOf(job.id, outcome)
  if (error !== undefined) return <Trouble error={error} />
  if (!rows) return <Waiting lines={6} />
  if (rows.length === 0) return <p class="fk-dim fk-mt-s">{t(`intake.noneOf.${outcome}`)}</p>
  return (
    <>
      <div class="fk-scroll">
        <table class="ds-table fk-table fk-mt-s" data-flush data-stack role="table">
          <caption class="ds-sr-only">{t('intake.changesCaption')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {['asset', 'field', 'inRegister', 'inTheFile'].map((name) => (
                <th key={name} role="columnheader" scope="col">
                  {t(`intake.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <RowLines key={row.row} row={row} kind={job.kind} />
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <p class="fk-mt">
          <button type="button" class="ds-button" data-variant="secondary" onClick={more}>
            {t('intake.more')}
          </button>
        </p>
      )}
    </>
  )
}

function RowLines({ row, kind }: { row: Row; kind: string }): JSX.Element {
  const lines = row.changes.length > 0 ? row.changes : [undefined]
  return (
    <>
      {lines.map((change, i) => (
        <tr key={change?.field ?? 'none'} role="row" data-sub={i > 0 ? '' : undefined}>
          {i === 0 && (
            <th role="rowheader" scope="rowgroup" rowSpan={lines.length} data-first>
              {row.id ? (
                <a class="fk-rec" href={recordAddress(kind, row.id)}>
                  {row.name ?? row.key ?? row.id}
                </a>
              ) : (
                <b>{row.name ?? row.key ?? t('intake.row', { row: String(row.row) })}</b>
              )}
              <br />
              <span class="fk-small fk-dim fk-num">{row.number ?? t('intake.row', { row: String(row.row) })}</span>
            </th>
          )}
          {change ? (
            <ChangeCells change={change} />
          ) : (
            <td role="cell" colSpan={3} class="fk-dim">
              {t('intake.nothingChanges')}
            </td>
          )}
        </tr>
      ))}
    </>
  )
}

function ChangeCells({ change }: { change: RowChange }): JSX.Element {
  const { label, effect, from, to } = change
  const empty = <span class="fk-dim">{t('intake.empty')}</span>
  if (effect === 'kept') {
    return (
      <Fragment>
        <td role="cell">{label}</td>
        <td role="cell">
          <Icon name="lock" /> {from ?? empty}
        </td>
        <td role="cell">
          <span class="fk-dim">{to ?? t('intake.empty')}</span>
          <br />
          <span class="fk-small fk-dim">{t('intake.keptByHand')}</span>
        </td>
      </Fragment>
    )
  }
  return (
    <Fragment>
      <td role="cell">{label}</td>
      <td role="cell">{from === undefined ? empty : <del>{from}</del>}</td>
      <td role="cell">
        {effect === 'clear' ? (
          <>
            <b class="fk-chg">{t('intake.clears')}</b>
            <br />
            <span class="fk-small fk-dim">{t('intake.clearsWhy')}</span>
          </>
        ) : (
          <ins>{to}</ins>
        )}
      </td>
    </Fragment>
  )
}
