import type { JSX } from 'preact'
import { Table } from '../../components/table.tsx'
import { useNames } from '../../directory/names.ts'
import { recordAddress } from '../../router/record-address.ts'
import { t } from '../../text/text.ts'
import { agreementAddress } from '../agreement.ts'
import { CoverageState } from './coverage-sign.tsx'
import type { Use } from './coverage.ts'

interface Props {
  caption: string
  uses: readonly Use[]
  /** Another controller may stand in each row. */
  withController?: boolean
}

/** What uses a supplier, and for each whether a PUB-avtal covers it and why not. */
export function UseTable({ caption, uses, withController }: Props): JSX.Element {
  const names = useNames()
  return (
    <Table
      flush
      caption={caption}
      rows={uses}
      rowKey={({ usedBy, controllerOrgUnitId, supplierName }) => usedBy.id + controllerOrgUnitId + supplierName}
      columns={[
        { id: 'name', label: t('suppliers.coverage.use'), head: true, cell: (use) => <UseLink use={use} /> },
        { id: 'unit', label: t('suppliers.coverage.unit'), cell: ({ usedBy }) => names.unit(usedBy.orgUnitId) || '–' },
        ...(withController
          ? [
              {
                id: 'controller',
                label: t('suppliers.coverage.forUnit'),
                cell: ({ controllerOrgUnitId }: Use) =>
                  names.unit(controllerOrgUnitId) || t('suppliers.coverage.noUnit'),
              },
            ]
          : []),
        {
          id: 'status',
          label: t('suppliers.coverage.status'),
          cell: ({ status }) => <CoverageState status={status} />,
        },
        { id: 'why', label: t('suppliers.coverage.why'), cell: (use) => <Why use={use} /> },
      ]}
    />
  )
}

function UseLink({ use: { usedBy } }: { use: Use }): JSX.Element {
  return (
    <>
      <a class="fk-rec" href={recordAddress(usedBy.kind, usedBy.id)}>
        {usedBy.name}
      </a>
      {usedBy.number && <span class="fk-small fk-dim fk-num"> {usedBy.number}</span>}
    </>
  )
}

function Why({ use: { reason, agreementId, agreementNumber } }: { use: Use }): JSX.Element {
  return (
    <>
      {reason}{' '}
      {agreementId && (
        <a class="ds-link fk-num" href={agreementAddress(agreementId)}>
          {agreementNumber ?? t('suppliers.coverage.agreement')}
        </a>
      )}
    </>
  )
}
