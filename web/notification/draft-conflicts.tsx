import type { JSX } from 'preact'
import { activityFields, questionAt } from '../../functions/processing/form.ts'
import { valueLines } from '../answers/value.ts'
import { useWords } from '../answers/words.ts'
import { ConflictPanel } from '../forms/conflict-panel.tsx'
import { shortName } from '../questions/question-text.ts'
import type { DraftView } from './draft.ts'

export interface ConflictProps {
  view: DraftView
  resolve: (field: string, choice: 'mine' | 'theirs') => void
}

/** The same answer changed in two places, in the words of the questions. */
export function DraftConflicts({ view, resolve }: ConflictProps): JSX.Element {
  const words = useWords()
  return (
    <ConflictPanel
      conflicts={view.conflicts}
      label={(field) => shortName(questionAt(`/${field}`)?.id ?? '')}
      lines={(field, value) => {
        const shape = activityFields.find(({ name }) => name === field)
        return shape ? valueLines(shape, value, words) : []
      }}
      person={words.person}
      resolve={resolve}
    />
  )
}
