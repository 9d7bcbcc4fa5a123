import type { JSX } from 'preact'
import { Table } from '../../components/table.tsx'
import { useNames } from '../../directory/names.ts'
import { t } from '../../text/text.ts'
import type { AgreementRow } from '../agreement.ts'
import { agreementColumnsOf } from '../list/agreement-columns.tsx'

const columns = ['number', 'name', 'type', 'controllers', 'status', 'validTo', 'notice'] as const

/** Agreements with one supplier. */
export function AgreementTable({ agreements }: { agreements: readonly AgreementRow[] }): JSX.Element {
  const names = useNames()
  return (
    <Table
      flush
      caption={t('suppliers.heading.agreements')}
      rows={agreements}
      rowKey={({ id }) => id}
      columns={agreementColumnsOf(columns, names, false)}
    />
  )
}
