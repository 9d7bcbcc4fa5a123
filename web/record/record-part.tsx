import type { JSX } from 'preact'
import { questionAt } from '../../functions/processing/form.ts'
import { questionLabel } from '../answers/answers.tsx'
import { addComment } from '../api/activities.ts'
import { ActivityHistory } from './activity-history.tsx'
import { AnswersPart } from './answers-part.tsx'
import { CommentsPart } from './comments-part.tsx'
import type { Dossier } from './dossier.ts'
import { InformationPart } from './information-part.tsx'
import { Neighbourhood } from './neighbourhood.tsx'
import { OverviewPart } from './overview-part.tsx'
import type { Place } from './parts.ts'

interface Props {
  dossier: Dossier
  place: Place
  onChange: () => void
}

/** The part of a record that its address names. */
export function RecordPart({ dossier, place, onChange }: Props): JSX.Element {
  const { record } = dossier
  switch (place.part) {
    case 'svar':
      return <AnswersPart record={record} />
    case 'samband':
      return <Neighbourhood record={record} links={dossier.links} />
    case 'historik':
      return <ActivityHistory record={record} revisions={dossier.revisions} />
    case 'kommentarer':
      return (
        <CommentsPart
          notes={dossier.notes}
          aboutOf={({ pointer }) => {
            const question = pointer ? questionAt(pointer) : undefined
            return question && questionLabel(question)
          }}
          send={(text) => addComment(record.id, { text })}
          onSent={onChange}
        />
      )
    case 'information':
      return <InformationPart record={record} />
    default:
      return <OverviewPart dossier={dossier} onChange={onChange} />
  }
}
