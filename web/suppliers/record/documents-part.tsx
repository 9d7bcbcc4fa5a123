import type { JSX } from 'preact'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import { isMasked } from '../../components/secrecy.tsx'
import { DocumentsLater } from '../../documents/documents-later.tsx'
import { useSession } from '../../shell/session.ts'
import { buys } from '../supplier.ts'
import { supplierCode } from '../words.ts'
import type { AgreementPartProps } from './agreement-parts.ts'
import { isPast } from './place.ts'

/** The signed agreement and its annexes as files; also one that is over may be given what belongs to it. */
export function DocumentsPart({ dossier: { record }, place, onChange }: AgreementPartProps): JSX.Element {
  const session = useSession()
  const isOver = ['terminated', 'closed'].includes(record.state)
  const masked: unknown = record.data.documents
  return (
    <DocumentsLater
      address={`/api/agreements/${record.id}/documents`}
      parts={supplierVocabularies.documentPart}
      usualPart="agreement"
      partLabel={(part) => supplierCode('documentPart', part)}
      of="agreement"
      mayAdd={!isPast(place) && (record.allowed.includes('edit') || (isOver && buys(session)))}
      {...(isMasked(masked) && { secrecy: masked.secrecy })}
      onChange={onChange}
    />
  )
}
