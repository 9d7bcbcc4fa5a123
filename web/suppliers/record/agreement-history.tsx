import type { JSX } from 'preact'
import { agreementAddress } from '../agreement.ts'
import type { AgreementPartProps } from './agreement-parts.ts'
import { RecordComments } from './record-comments.tsx'
import { RecordHistory } from './record-history.tsx'

/** Who changed the agreement, and any two of its revisions. */
export function AgreementHistory({ dossier: { record, revisions } }: AgreementPartProps): JSX.Element {
  return (
    <RecordHistory
      party="agreement"
      plural="agreements"
      own={agreementAddress(record.id)}
      id={record.id}
      revisions={revisions}
    />
  )
}

/** What has been said about the agreement. */
export function AgreementComments({ dossier: { record, notes }, onChange }: AgreementPartProps): JSX.Element {
  return <RecordComments plural="agreements" id={record.id} notes={notes} onChange={onChange} />
}
