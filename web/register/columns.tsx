import type { JSX } from 'preact'
import { codeLabel } from '../answers/words.ts'
import { DueDate } from '../components/due-date.tsx'
import { Severities } from '../components/severity.tsx'
import { StateTag } from '../components/state-tag.tsx'
import type { Column } from '../components/table.tsx'
import type { Names } from '../directory/names.ts'
import { dateShort } from '../text/format.ts'
import { t } from '../text/text.ts'
import { hasOpenRemarks, type ActivityRow } from './activity.ts'
import type { ColumnName } from './view.ts'

type Spec = Omit<Column<ActivityRow>, 'id' | 'label' | 'cell'> & {
  cell: (row: ActivityRow, names: Names) => JSX.Element | string
}

const specs: { [name in ColumnName]: Spec } = {
  number: { num: true, sort: 'number', cell: (row) => row.number ?? '–' },
  name: { head: true, sort: 'name', cell: (row) => <RecordLink row={row} /> },
  controller: {
    hideOnPhone: true,
    nowrap: true,
    cell: (row, names) => names.unit(row.data.controllerOrgUnitId) || '–',
  },
  unit: { nowrap: true, cell: (row, names) => names.unit(row.data.orgUnitId ?? row.orgUnitId) },
  findings: { cell: (row) => <Severities counts={row.data.findingCounts} /> },
  nextReview: { num: true, sort: 'nextReviewDate', cell: (row) => <DueDate date={reviewDate(row)} /> },
  state: { cell: (row) => <StateTag state={row.state} remarks={hasOpenRemarks(row)} /> },
  role: {
    hideOnPhone: true,
    cell: (row) => (row.data.registerRole ? t(`register.role.${row.data.registerRole}`) : '–'),
  },
  regimes: {
    hideOnPhone: true,
    cell: (row) => (row.data.legalRegimes ?? []).map((code) => codeLabel('regime', code)).join(', '),
  },
  risk: { hideOnPhone: true, cell: (row) => label('riskLevel', row.data.riskLevel) },
  initiator: { hideOnPhone: true, cell: (row, names) => names.person(row.data.initiatorId ?? row.createdBy) },
  submittedAt: { hideOnPhone: true, num: true, cell: (row) => day(row.data.submittedAt) },
  registeredAt: { hideOnPhone: true, num: true, cell: (row) => day(row.data.registeredAt) },
  updatedAt: { hideOnPhone: true, num: true, sort: 'updatedAt', cell: (row) => day(row.updatedAt) },
}

const phoneLabelled: readonly ColumnName[] = ['nextReview']

/** The chosen columns in their order; `sortable` is false while searching. */
export function columnsOf(chosen: readonly ColumnName[], names: Names, sortable: boolean): Column<ActivityRow>[] {
  return chosen.map((id) => {
    const { cell, sort, ...spec } = specs[id]
    const heading = t(`register.column.${id}`)
    return {
      ...spec,
      id,
      label: heading,
      ...(sort && sortable ? { sort } : {}),
      ...(phoneLabelled.includes(id) ? { phoneLabel: heading } : {}),
      cell: (row) => cell(row, names),
    }
  })
}

function RecordLink({ row }: { row: ActivityRow }): JSX.Element {
  return (
    <a class="fk-rec" href={`/behandlingar/${row.id}`}>
      {row.data.name ?? t('register.nameless')}
    </a>
  )
}

function reviewDate(row: ActivityRow): string | undefined {
  return row.state === 'ended' || row.state === 'archived' ? undefined : row.data.nextReviewDate
}

function label(vocabulary: string, code: string | undefined): string {
  return code === undefined ? '–' : codeLabel(vocabulary, code)
}

function day(time: string | undefined): string {
  return time === undefined ? '–' : dateShort(time)
}
