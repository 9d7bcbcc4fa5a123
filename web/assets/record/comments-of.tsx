import type { JSX } from 'preact'
import { commentRecord } from '../../api/records.ts'
import { CommentsPart } from '../../record/comments-part.tsx'
import { assetFieldLabel } from '../fields.ts'
import type { AssetDossier } from './dossier.ts'

/** What has been said about an asset. */
export function CommentsOf({ dossier, onChange }: { dossier: AssetDossier; onChange: () => void }): JSX.Element {
  const { kind, record, notes } = dossier
  return (
    <CommentsPart
      notes={notes}
      aboutOf={({ pointer }) => (pointer ? assetFieldLabel(pointer.split('/')[1] ?? '') : undefined)}
      send={(text) => commentRecord(kind.plural, record.id, text)}
      onSent={onChange}
    />
  )
}
