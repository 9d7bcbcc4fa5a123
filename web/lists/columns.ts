import type { JSX } from 'preact'
import type { Column } from '../components/table.tsx'
import type { Names } from '../directory/names.ts'

/** A column that a list may show. */
export type ColumnSpec<Row> = Omit<Column<Row>, 'id' | 'label' | 'cell' | 'phoneLabel'> & {
  cell: (row: Row, names: Names) => JSX.Element | string
}

interface Chosen<Row, C extends string> {
  specs: { readonly [name in C]: ColumnSpec<Row> }
  chosen: readonly C[]
  names: Names
  label: (column: C) => string
  phoneLabel: (column: C) => string | undefined
  /** Whether the list can be sorted by a field. */
  sortable: (field: string) => boolean
}

/** The chosen columns in their order. */
export function chosenColumns<Row, C extends string>(list: Chosen<Row, C>): Column<Row>[] {
  return list.chosen.map((id) => {
    const { cell, sort, ...spec } = list.specs[id]
    const phoneLabel = list.phoneLabel(id)
    return {
      ...spec,
      id,
      label: list.label(id),
      ...(sort && list.sortable(sort) ? { sort } : {}),
      ...(phoneLabel ? { phoneLabel } : {}),
      cell: (row) => cell(row, list.names),
    }
  })
}
