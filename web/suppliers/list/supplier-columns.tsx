import type { JSX } from 'preact'
import { DueDate } from '../../components/due-date.tsx'
import type { Column } from '../../components/table.tsx'
import type { Names } from '../../directory/names.ts'
import { countryName } from '../../fields/countries.ts'
import { chosenColumns, type ColumnSpec } from '../../lists/columns.ts'
import { FindingFigures } from '../../lists/finding-figures.tsx'
import { dateShort } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { supplierAddress, type SupplierRow } from '../supplier.ts'
import { supplierCode } from '../words.ts'
import type { SupplierColumn } from './supplier-view.ts'

const none = '–'

const specs: { [name in SupplierColumn]: ColumnSpec<SupplierRow> } = {
  number: { num: true, sort: 'number', cell: (row) => row.number ?? none },
  name: { head: true, sort: 'name', cell: (row) => <SupplierLink row={row} /> },
  orgNumber: { num: true, cell: ({ data }) => data.orgNumber ?? none },
  country: { cell: ({ data }) => (data.country ? countryName(data.country) : none) },
  category: { cell: ({ data }) => (data.category ? supplierCode('category', data.category) : none) },
  criticality: { cell: ({ data }) => (data.criticality ? supplierCode('criticality', data.criticality) : none) },
  owner: { hideOnPhone: true, cell: ({ data }, names) => names.person(data.ownerId) || none },
  followUp: { num: true, sort: 'nextFollowUpAt', cell: ({ data }) => <DueDate date={data.nextFollowUpAt} /> },
  findings: { cell: ({ data }) => <FindingFigures counts={data.findingCounts} /> },
  otherNames: {
    hideOnPhone: true,
    cell: ({ data }) => [...(data.tradeNames ?? []), ...(data.otherNames ?? [])].join(', ') || none,
  },
  updatedAt: { hideOnPhone: true, num: true, sort: 'updatedAt', cell: (row) => dateShort(row.updatedAt) },
}

const phoneLabelled: readonly SupplierColumn[] = ['criticality', 'followUp', 'findings']

/** The chosen columns in their order; `sortable` is false while searching. */
export function supplierColumnsOf(
  chosen: readonly SupplierColumn[],
  names: Names,
  sortable: boolean,
): Column<SupplierRow>[] {
  const label = (id: SupplierColumn): string => t(`suppliers.supplier.column.${id}`)
  return chosenColumns({
    specs,
    chosen,
    names,
    label,
    phoneLabel: (id) => (phoneLabelled.includes(id) ? `${label(id)}:` : undefined),
    sortable: () => sortable,
  })
}

/** The name, with another name that the supplier goes by under it. */
function SupplierLink({ row: { id, state, data } }: { row: SupplierRow }): JSX.Element {
  const also = data.tradeNames?.[0] ?? data.otherNames?.[0]
  return (
    <>
      <a class="fk-rec" href={supplierAddress(id)}>
        {data.name}
      </a>
      {state === 'ended' && <span class="fk-dim"> {t('suppliers.supplier.ended')}</span>}
      {also && (
        <>
          <br />
          <span class="fk-small fk-dim">{also}</span>
        </>
      )}
    </>
  )
}
