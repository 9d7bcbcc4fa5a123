import type { ComponentChildren, JSX } from 'preact'

export interface Column<Row> {
  id: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** Row header: the name, which links to the record and comes first on a phone. */
  head?: boolean
  num?: boolean
  nowrap?: boolean
  /** Serials and keys, where 0 is not O. */
  mono?: boolean
  hideOnPhone?: boolean
  /** On a phone it takes a line of its own, as a list does. */
  wideOnPhone?: boolean
  /** Said before the value on a phone, where it needs one. */
  phoneLabel?: string
  sort?: string
}

/** Boxes before the rows, by which several are chosen. */
export interface RowChoice<Row> {
  isChosen: (row: Row) => boolean
  onChoose: (rows: readonly Row[], chosen: boolean) => void
  /** What the box of a row is called. */
  label: (row: Row) => string
  labelAll: string
}

interface Props<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Tells a row from the others; `byPlace` in lists that are asked anew at each key press. */
  rowKey: (row: Row, at: number) => string | number
  /** Current order, `name` or `-name`; without `onSort` no column offers one. */
  sort?: string
  onSort?: (sort: string) => void
  flush?: boolean
  choice?: RowChoice<Row>
}

/** A dense table; on a phone each row becomes name first and the rest under it, and stays a table to screen readers. */
export function Table<Row>({ caption, columns, rows, rowKey, sort, onSort, flush, choice }: Props<Row>): JSX.Element {
  return (
    <div class="fk-scroll">
      <table class="ds-table fk-table" data-stack data-flush={flush ? '' : undefined} role="table">
        <caption class="ds-sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {choice && <AllBox rows={rows} choice={choice} />}
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            <tr key={rowKey(row, at)} role="row" aria-selected={choice?.isChosen(row)}>
              {choice && <RowBox row={row} choice={choice} />}
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

/** Draws a row where another stood before, which takes half as long; for cells that keep nothing of their own. */
export function byPlace(_row: unknown, at: number): number {
  return at
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
      class={column.num ? 'fk-num' : column.mono ? 'fk-id' : column.nowrap ? 'fk-nowrap' : undefined}
      data-hide={column.hideOnPhone ? '' : undefined}
      data-wide={column.wideOnPhone ? '' : undefined}
      data-l={column.phoneLabel}
    >
      {content}
    </td>
  )
}

function AllBox<Row>({ rows, choice }: { rows: readonly Row[]; choice: RowChoice<Row> }): JSX.Element {
  const all = rows.length > 0 && rows.every((row) => choice.isChosen(row))
  return (
    <th role="columnheader" scope="col" data-box>
      <input
        class="ds-input"
        type="checkbox"
        aria-label={choice.labelAll}
        checked={all}
        onChange={() => choice.onChoose(rows, !all)}
      />
    </th>
  )
}

function RowBox<Row>({ row, choice }: { row: Row; choice: RowChoice<Row> }): JSX.Element {
  const chosen = choice.isChosen(row)
  return (
    <td role="cell" data-box>
      <input
        class="ds-input"
        type="checkbox"
        aria-label={choice.label(row)}
        checked={chosen}
        onChange={() => choice.onChoose([row], !chosen)}
      />
    </td>
  )
}
