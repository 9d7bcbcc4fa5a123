import type { JSX } from 'preact'
import type { ActivityRecord } from '../api/activities.ts'
import { AnswersPart } from './answers-part.tsx'
import { CommentsPart } from './comments-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { InformationPart } from './information-part.tsx'
import { LinksPart } from './links-part.tsx'
import { OverviewPart } from './overview-part.tsx'
import type { Place } from './parts.ts'

interface Props {
  record: ActivityRecord
  place: Place
  onChange: () => void
}

/** The part of a record that its address names. */
export function RecordPart({ record, place, onChange }: Props): JSX.Element {
  switch (place.part) {
    case 'svar':
      return <AnswersPart record={record} />
    case 'samband':
      return <LinksPart record={record} />
    case 'historik':
      return <HistoryPart record={record} />
    case 'kommentarer':
      return <CommentsPart record={record} />
    case 'information':
      return <InformationPart record={record} />
    default:
      return <OverviewPart record={record} onChange={onChange} />
  }
}
