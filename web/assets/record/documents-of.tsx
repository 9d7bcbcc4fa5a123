import type { JSX } from 'preact'
import { assetVocabularies } from '../../../functions/assets/vocabulary.ts'
import { isMasked } from '../../components/secrecy.tsx'
import { DocumentsLater } from '../../documents/documents-later.tsx'
import { hasRole, useSession } from '../../shell/session.ts'
import { assetCode } from '../words.ts'
import type { AssetDossier } from './dossier.ts'
import type { Place } from './parts.ts'

interface Props {
  dossier: AssetDossier
  place: Place
  onChange: () => void
}

/** Certificates, analyses and descriptions of an asset; one that is disposed of may still be given its certificate. */
export function DocumentsOf({ dossier: { kind, record }, place, onChange }: Props): JSX.Element {
  const session = useSession()
  const documents = record.data['documents']
  const isPast = place.revision !== undefined || place.asOf !== undefined
  const keepsIt = record.state === 'disposed' && hasRole(session, kind.keeper)
  return (
    <DocumentsLater
      address={`/api/${kind.plural}/${record.id}/documents`}
      parts={assetVocabularies['documentPart'] ?? []}
      usualPart="other"
      partLabel={(part) => assetCode('documentPart', part)}
      of="asset"
      mayAdd={!isPast && (record.allowed.includes('edit') || keepsIt)}
      {...(isMasked(documents) && { secrecy: documents.secrecy })}
      onChange={onChange}
    />
  )
}
