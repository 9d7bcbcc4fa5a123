import type { ComponentChildren, JSX } from 'preact'

export interface Column<Row> {
  id: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** Row header: the name, which links to the record and comes first on a phone. */
  head?: boolean
  num?: boolean
  nowrap?: boolean
  hideOnPhone?: boolean
  /** Said before the value on a phone, where it needs one. */
  phoneLabel?: string
  sort?: string
}

interface Props<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Current order, `name` or `-name`; without `onSort` no column offers one. */
  sort?: string
  onSort?: (sort: string) => void
  flush?: boolean
}

/** A dense table; on a phone each row becomes name first and the rest under it, and stays a table to screen readers. */
export function Table<Row>({ caption, columns, rows, rowKey, sort, onSort, flush }: Props<Row>): JSX.Element {
  return (
    <div class="fk-scroll">
      <table class="ds-table fk-table" data-stack data-flush={flush ? '' : undefined} role="table">
        <caption class="ds-sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heading<Row>({
  column,
  sort,
  onSort,
}: { column: Column<Row> } & Pick<Props<Row>, 'sort' | 'onSort'>): JSX.Element {
  const field = column.sort
  if (field === undefined || !onSort) {
    return (
      <th role="columnheader" scope="col">
        {column.label}
      </th>
    )
  }
  const order = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none'
  return (
    <th role="columnheader" scope="col" aria-sort={order}>
      <button type="button" onClick={() => onSort(order === 'ascending' ? `-${field}` : field)}>
        {column.label}
      </button>
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): JSX.Element {
  const content = column.cell(row)
  if (column.head) {
    return (
      <th role="rowheader" scope="row" data-first>
        {content}
      </th>
    )
  }
  return (
    <td
      role="cell"
      class={column.num ? 'fk-num' : column.nowrap ? 'fk-nowrap' : undefined}
      data-hide={column.hideOnPhone ? '' : undefined}
      data-l={column.phoneLabel}
    >
      {content}
    </td>
  )
}
