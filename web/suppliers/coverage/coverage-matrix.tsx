import type { JSX } from 'preact'
import { useNames } from '../../directory/names.ts'
import { countryName } from '../../fields/countries.ts'
import { t } from '../../text/text.ts'
import { supplierAddress } from '../supplier.ts'
import { CoverageSign } from './coverage-sign.tsx'
import { coverageAddress, type CoverageView } from './coverage-view.ts'
import type { Cell, Matrix, Row } from './matrix.ts'

interface Props {
  matrix: Matrix
  view: CoverageView
}

/** Suppliers by controllers; each cell says how many uses are covered or not and leads to them. */
export function CoverageMatrix({ matrix, view }: Props): JSX.Element {
  const names = useNames()
  const nameOf = (column: string): string => (column ? names.unit(column) : t('suppliers.coverage.noUnit'))
  const rows = view.gapsOnly ? matrix.rows.filter(({ hasGap }) => hasGap) : matrix.rows
  return (
    <div class="fk-scroll fk-mt">
      <table class="fk-matrix" role="table">
        <caption class="ds-sr-only">{t('suppliers.coverage.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('suppliers.coverage.supplier')}
            </th>
            {matrix.columns.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              <th role="rowheader" scope="row">
                <SupplierName row={row} />
              </th>
              {matrix.columns.map((column) => {
                const cell = row.cells.get(column)
                return (
                  <td key={column} role="cell" data-l={nameOf(column)} data-none={cell ? undefined : ''}>
                    {cell ? <CellLink cell={cell} row={row} column={column} view={view} /> : <NoUse />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SupplierName({ row: { supplierId, name, country, parentCountry } }: { row: Row }): JSX.Element {
  const where = [
    country && countryName(country),
    parentCountry &&
      parentCountry !== country &&
      t('suppliers.coverage.parent', { country: countryName(parentCountry) }),
  ].filter(Boolean)
  if (supplierId)
    return (
      <>
        <a class="fk-rec ds-link" href={supplierAddress(supplierId)}>
          {name}
        </a>
        <br />
        <span class="fk-small fk-dim">{where.join(', ') || '–'}</span>
      </>
    )
  return (
    <>
      {name}
      <br />
      <span class="fk-small fk-dim">{t('suppliers.coverage.unlisted')}</span>
    </>
  )
}

interface CellProps {
  cell: Cell
  row: Row
  column: string
  view: CoverageView
}

function CellLink({ cell, row, column, view }: CellProps): JSX.Element {
  const { status, uses, bad } = cell
  const isChosen = view.cell?.row === row.key && view.cell.column === column
  return (
    <a
      class="fk-cov"
      data-c={status}
      aria-current={isChosen ? 'true' : undefined}
      href={`${coverageAddress({ ...view, cell: { row: row.key, column } })}#par`}
    >
      <CoverageSign status={status} />
      <span>
        {status === 'covered' ? (
          <>
            {uses.length}
            <span class="ds-sr-only"> {t('suppliers.coverage.covered')}</span>
          </>
        ) : (
          t(`suppliers.coverage.${bad === uses.length ? 'all' : 'cell'}.${status}`, { bad, count: uses.length })
        )}
      </span>
    </a>
  )
}

function NoUse(): JSX.Element {
  return (
    <span class="fk-cov" data-c="none">
      <span aria-hidden="true">–</span>
      <span class="ds-sr-only">{t('suppliers.coverage.notUsed')}</span>
    </span>
  )
}
