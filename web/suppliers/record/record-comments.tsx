import type { JSX } from 'preact'
import { commentRecord } from '../../api/records.ts'
import type { Note } from '../../api/record.ts'
import { CommentsPart } from '../../record/comments-part.tsx'
import { partyFieldLabel } from '../fields.ts'

interface Props {
  plural: string
  id: string
  notes: readonly Note[]
  onChange: () => void
}

/** What has been said about a supplier or an agreement. */
export function RecordComments({ plural, id, notes, onChange }: Props): JSX.Element {
  return (
    <CommentsPart
      notes={notes}
      aboutOf={({ pointer }) => (pointer ? partyFieldLabel(pointer.split('/')[1] ?? '') : undefined)}
      send={(text) => commentRecord(plural, id, text)}
      onSent={onChange}
    />
  )
}
