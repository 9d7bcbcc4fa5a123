import type { JSX } from 'preact'
import { lastDay, lastNoticeDay } from '../../../functions/suppliers/term.ts'
import { DueDate } from '../../components/due-date.tsx'
import type { Column } from '../../components/table.tsx'
import type { Names } from '../../directory/names.ts'
import { chosenColumns, type ColumnSpec } from '../../lists/columns.ts'
import { FindingFigures } from '../../lists/finding-figures.tsx'
import { dateShort, dayOf } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { now } from '../../api/clock.ts'
import { agreementAddress, type AgreementRow } from '../agreement.ts'
import { StatusTag } from '../status-tag.tsx'
import { supplierCode } from '../words.ts'
import type { AgreementColumn } from './agreement-view.ts'

const none = '–'

const specs: { [name in AgreementColumn]: ColumnSpec<AgreementRow> } = {
  number: { num: true, sort: 'number', cell: (row) => row.number ?? none },
  name: { head: true, sort: 'name', cell: (row) => <AgreementLink row={row} /> },
  type: { cell: ({ data }) => (data.type ? supplierCode('agreementType', data.type) : none) },
  supplier: { cell: ({ data }, names) => names.record(data.supplierId) || data.counterparty || none },
  controllers: { cell: controllersOf },
  status: { cell: ({ state, data }) => <StatusTag status={data.status ?? state} /> },
  validTo: { num: true, sort: 'validTo', cell: (row) => <Ends row={row} /> },
  notice: { num: true, cell: (row) => <Notice row={row} /> },
  owner: { hideOnPhone: true, cell: ({ data }, names) => names.person(data.ownerId) || none },
  followUp: {
    hideOnPhone: true,
    num: true,
    sort: 'nextFollowUpAt',
    cell: ({ data }) => <DueDate date={data.nextFollowUpAt} />,
  },
  findings: { cell: ({ data }) => <FindingFigures counts={data.findingCounts} /> },
  diaryNumber: { hideOnPhone: true, num: true, cell: ({ data }) => data.diaryNumber ?? none },
  updatedAt: { hideOnPhone: true, num: true, sort: 'updatedAt', cell: (row) => dateShort(row.updatedAt) },
}

const phoneLabelled: readonly AgreementColumn[] = ['validTo', 'notice', 'findings']

/** The chosen columns in their order; `sortable` is false while searching. */
export function agreementColumnsOf(
  chosen: readonly AgreementColumn[],
  names: Names,
  sortable: boolean,
): Column<AgreementRow>[] {
  const label = (id: AgreementColumn): string => t(`suppliers.agreement.column.${id}`)
  return chosenColumns({
    specs,
    chosen,
    names,
    label,
    phoneLabel: (id) => (phoneLabelled.includes(id) ? `${label(id)}:` : undefined),
    sortable: () => sortable,
  })
}

function AgreementLink({ row: { id, data } }: { row: AgreementRow }): JSX.Element {
  return (
    <a class="fk-rec" href={agreementAddress(id)}>
      {data.name}
    </a>
  )
}

function controllersOf({ data }: AgreementRow, names: Names): string {
  const [first, ...rest] = data.controllerOrgUnitIds ?? []
  if (!first) return none
  return rest.length === 0 ? names.unit(first) : t('suppliers.agreement.controllers', { count: rest.length + 1 })
}

/** The day the present period ends, renewals counted; that it goes on when nothing ends it. */
function Ends({ row: { state, data } }: { row: AgreementRow }): JSX.Element {
  const end = lastDay(data, dayOf(now()))
  if (!end) return <span class="fk-dim">{data.validFrom ? t('suppliers.agreement.open') : none}</span>
  return state === 'closed' ? <span class="fk-num">{dateShort(end)}</span> : <DueDate date={end} />
}

/** The last day to give notice; nothing once it has passed or the agreement is over. */
function Notice({ row: { state, data } }: { row: AgreementRow }): JSX.Element {
  const today = dayOf(now())
  const last = lastNoticeDay(data, today)
  const isLive = ['signed', 'active', 'amending'].includes(state)
  return <span class="fk-num">{last && isLive && last >= today ? dateShort(last) : none}</span>
}
