import type { JSX } from 'preact'
import { AnswersPart } from './answers-part.tsx'
import { CommentsPart } from './comments-part.tsx'
import type { Dossier } from './dossier.ts'
import { HistoryPart } from './history-part.tsx'
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
      return <HistoryPart record={record} revisions={dossier.revisions} />
    case 'kommentarer':
      return <CommentsPart record={record} notes={dossier.notes} onSent={onChange} />
    case 'information':
      return <InformationPart record={record} />
    default:
      return <OverviewPart dossier={dossier} onChange={onChange} />
  }
}
