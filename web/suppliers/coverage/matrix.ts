import type { Use } from './coverage.ts'
import { type CoverageStatus, gravest } from './gravest.ts'

/** What one supplier does for one controller. */
export interface Cell {
  uses: Use[]
  /** The gravest status among them. */
  status: CoverageStatus
  /** How many have it. */
  bad: number
}

export interface Row {
  /** Id of the supplier; its name when it is not in the register. */
  key: string
  supplierId?: string
  name: string
  country?: string
  parentCountry?: string
  cells: Map<string, Cell>
  /** Something in the row is not covered. */
  hasGap: boolean
}

export interface Matrix {
  /** Controllers, those with most uses first; an empty id where it is unclear who. */
  columns: string[]
  rows: Row[]
  sums: { [status in CoverageStatus]: number }
}

/** Uses as a table of suppliers by controllers. */
export function matrixOf(uses: readonly Use[], language: string): Matrix {
  const rows = new Map<string, Row>()
  const columns = new Map<string, number>()
  const sums = { covered: 0, missing: 0, expired: 0, notYetValid: 0, wrongController: 0 }
  for (const use of uses) {
    const key = use.supplierId ?? use.supplierName
    const column = use.controllerOrgUnitId ?? ''
    const row = rows.get(key) ?? newRow(key, use)
    rows.set(key, row)
    const cell = row.cells.get(column) ?? { uses: [], status: 'covered', bad: 0 }
    row.cells.set(column, cell)
    cell.uses.push(use)
    row.hasGap ||= use.status !== 'covered'
    columns.set(column, (columns.get(column) ?? 0) + 1)
    sums[use.status]++
  }
  for (const { cells } of rows.values()) for (const cell of cells.values()) judge(cell)
  return {
    columns: [...columns].toSorted(([a, n], [b, m]) => Number(b !== '') - Number(a !== '') || m - n).map(([id]) => id),
    rows: [...rows.values()].toSorted((a, b) => a.name.localeCompare(b.name, language)),
    sums,
  }
}

function newRow(key: string, { supplierId, supplierName, supplierCountry, parentCountry }: Use): Row {
  return {
    key,
    ...(supplierId && { supplierId }),
    name: supplierName,
    ...(supplierCountry && { country: supplierCountry }),
    ...(parentCountry && { parentCountry }),
    cells: new Map(),
    hasGap: false,
  }
}

function judge(cell: Cell): void {
  cell.status = gravest.find((status) => cell.uses.some((use) => use.status === status)) ?? 'covered'
  cell.bad = cell.uses.filter(({ status }) => status === cell.status).length
}
