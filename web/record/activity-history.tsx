import type { JSX } from 'preact'
import { managedFields } from '../../functions/processing/form.ts'
import { useWords } from '../answers/words.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { readActivityAt } from '../api/history.ts'
import type { Revision } from '../api/record.ts'
import { pairsOf } from '../compare/compare.ts'
import { didText } from './did.ts'
import { HistoryPart } from './history-part.tsx'

const beside = [...managedFields, 'initiatorStatement']
const isAnswer = (pointer: string): boolean => !beside.includes(pointer.split('/')[1] ?? '')

interface Props {
  record: ActivityRecord
  revisions: readonly Revision[]
}

/** The history of a processing activity, compared question by question. */
export function ActivityHistory({ record, revisions }: Props): JSX.Element {
  const words = useWords()
  return (
    <HistoryPart
      plural="activities"
      id={record.id}
      revisions={revisions}
      hrefOf={(revision) => `/behandlingar/${record.id}/svar?revision=${revision}`}
      didText={didText}
      isAnswer={isAnswer}
      read={(revision) => readActivityAt(record.id, { revision })}
      compare={(before, after) => pairsOf(before.data, after.data, words)}
    />
  )
}
