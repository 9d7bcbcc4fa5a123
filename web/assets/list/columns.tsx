import type { JSX } from 'preact'
import { DueDate } from '../../components/due-date.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import type { Column } from '../../components/table.tsx'
import type { Names } from '../../directory/names.ts'
import { chosenColumns, type ColumnSpec } from '../../lists/columns.ts'
import { FindingFigures } from '../../lists/finding-figures.tsx'
import { dateShort } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { assetAddress, kindOf, type AssetRow } from '../asset.ts'
import { assetCode } from '../words.ts'
import type { AssetColumn } from './view.ts'

const none = '–'

const specs: { [name in AssetColumn]: ColumnSpec<AssetRow> } = {
  number: { num: true, sort: 'number', cell: (row) => row.number ?? none },
  name: { head: true, sort: 'name', cell: (row) => <AssetLink row={row} /> },
  type: { hideOnPhone: true, cell: typeOf },
  serial: { mono: true, sort: 'serialNumber', cell: ({ data }) => data.serialNumber ?? none },
  unit: { cell: unitsOf },
  state: { cell: ({ state }) => <StateTag state={state} /> },
  personalData: {
    sort: 'personalData',
    cell: ({ data }) => (data.personalData ? t(`assets.personalData.${data.personalData}`) : none),
  },
  seen: { cell: (row) => <Seen row={row} /> },
  findings: { cell: ({ data }) => <FindingFigures counts={data.findingCounts} /> },
  manufacturer: { hideOnPhone: true, sort: 'manufacturer', cell: ({ data }) => data.manufacturer ?? none },
  model: { hideOnPhone: true, sort: 'model', cell: ({ data }) => data.model ?? none },
  inventory: {
    hideOnPhone: true,
    mono: true,
    sort: 'inventoryNumber',
    cell: ({ data }) => data.inventoryNumber ?? none,
  },
  responsible: { hideOnPhone: true, cell: ({ data }, names) => names.person(data.responsiblePersonId) || none },
  connected: { hideOnPhone: true, cell: ({ data }) => yesNo(data.connectedToNetwork) },
  supportEnds: {
    hideOnPhone: true,
    num: true,
    sort: 'supportEndsAt',
    cell: ({ data }) => <DueDate date={data.supportEndsAt ?? data.osSupportEnd} />,
  },
  verified: { hideOnPhone: true, num: true, sort: 'lastVerifiedAt', cell: ({ data }) => day(data.lastVerifiedAt) },
  updatedAt: { hideOnPhone: true, num: true, sort: 'updatedAt', cell: (row) => day(row.updatedAt) },
}

const phoneLabelled: readonly AssetColumn[] = ['serial', 'personalData']

/** The chosen columns in their order; those whose field is among `sorts` may be sorted by. */
export function columnsOf(chosen: readonly AssetColumn[], names: Names, sorts: readonly string[]): Column<AssetRow>[] {
  return chosenColumns({
    specs,
    chosen,
    names,
    label: (id) => t(`assets.column.${id}`),
    phoneLabel: (id) => (phoneLabelled.includes(id) ? t(`assets.phone.${id}`) : undefined),
    sortable: (field) => sorts.includes(field),
  })
}

function AssetLink({ row }: { row: AssetRow }): JSX.Element {
  return (
    <a class="fk-rec" href={assetAddress(kindOf(row.kind), row.id)}>
      {row.data.name ?? t('assets.nameless')}
    </a>
  )
}

function typeOf({ data }: AssetRow): string {
  if (data.equipmentType) return assetCode('equipmentType', data.equipmentType)
  if (data.applicationType) return assetCode('applicationType', data.applicationType)
  const device = [data.regulatoryFramework, data.riskClass].filter(Boolean).join(' ')
  return device || none
}

function unitsOf({ data }: AssetRow, names: Names): string {
  const [first, ...rest] = data.usingOrgUnitIds ?? []
  if (!first) return none
  return rest.length === 0 ? names.unit(first) : t('assets.units', { count: rest.length + 1 })
}

/** When a source last told of it, and which; otherwise that it is kept by hand. */
function Seen({ row }: { row: AssetRow }): JSX.Element {
  const [latest] = (row.data.externalIds ?? []).toSorted((a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? ''))
  if (!latest) return <span class="fk-dim">{t('assets.byHand')}</span>
  return (
    <>
      {latest.lastSeen && <span class="fk-num">{dateShort(latest.lastSeen)}</span>}
      <span class="fk-dim">{latest.lastSeen ? `, ${latest.source}` : latest.source}</span>
    </>
  )
}

function yesNo(value: boolean | undefined): string {
  return value === undefined ? none : t(value ? 'assets.yes' : 'assets.no')
}

function day(time: string | undefined): string {
  return time === undefined ? none : dateShort(time)
}
