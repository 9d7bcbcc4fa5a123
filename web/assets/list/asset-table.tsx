import type { JSX } from 'preact'
import { type Counts, levels } from '../../components/severity.tsx'
import { byPlace, Table } from '../../components/table.tsx'
import type { Names } from '../../directory/names.ts'
import { useFindings } from '../../lists/use-findings.ts'
import { t } from '../../text/text.ts'
import type { AssetRow } from '../asset.ts'
import type { Chosen } from '../bulk/use-chosen.ts'
import { columnsOf } from './columns.tsx'
import { sortsOf } from './sorts.ts'
import { assetList, type AssetView } from './view.ts'

const none: readonly AssetRow[] = []

interface Props {
  view: AssetView
  rows: readonly AssetRow[]
  names: Names
  chosen: Chosen
  onSort: (sort: string) => void
}

/** The rows in the chosen columns, each with a box by which it is chosen. */
export function AssetTable({ view, rows, names, chosen, onSort }: Props): JSX.Element {
  const counts = useFindings(assetList.api, view.columns.includes('findings') ? rows : none)
  const shown = rows.map((row) => withCounts(row, counts.get(row.id)))
  return (
    <Table
      caption={t('assets.heading')}
      columns={columnsOf(view.columns, names, view.q === '' ? sortsOf(view.filters.kind?.[0]) : [])}
      rows={shown}
      rowKey={byPlace}
      sort={view.sort ?? 'name'}
      onSort={onSort}
      choice={{
        isChosen: (row) => chosen.has(row),
        onChoose: chosen.choose,
        label: (row) => t('assets.choose', { name: [row.number, row.data.name].filter(Boolean).join(' ') }),
        labelAll: t('assets.chooseShown'),
      }}
    />
  )
}

/** That nothing is stored does not mean that nothing is wrong today: until that is known, nothing is said. */
function withCounts(row: AssetRow, counts: Counts | undefined): AssetRow {
  const { findingCounts: stored, ...data } = row.data
  const known = counts ?? (stored && levels.some((level) => stored[level]) ? stored : undefined)
  return { ...row, data: { ...data, ...(known && { findingCounts: known }) } }
}
