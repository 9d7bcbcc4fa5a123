import type { JSX } from 'preact'
import { questionAt } from '../../functions/processing/form.ts'
import type { ActivityRecord } from '../api/activities.ts'
import type { Note } from '../api/record.ts'
import { questionLabel } from '../answers/answers.tsx'
import { lowerFirst } from '../answers/row.ts'
import { CompareList } from '../compare/compare-list.tsx'
import type { Pair } from '../compare/compare.ts'
import { Thread } from '../components/thread.tsx'
import { useNames } from '../directory/names.ts'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { DraftQuestions } from './draft-questions.ts'
import { QuestionField } from './question-field.tsx'

interface Props {
  record: ActivityRecord
  earlier: ActivityRecord | undefined
  pairs: readonly Pair[]
  notes: readonly Note[]
  drafts: DraftQuestions
  onDrafts: (drafts: DraftQuestions) => void
}

/** Each answer with what was said at it; one press asks a question there. */
export function CaseAnswers({ record, earlier, pairs, notes, drafts, onDrafts }: Props): JSX.Element {
  const names = useNames()
  const mayAsk = record.allowed.includes('return')
  const set = (id: string, text: string | undefined): void => {
    const { [id]: _, ...rest } = drafts
    onDrafts(text === undefined ? rest : { ...rest, [id]: text })
  }
  return (
    <CompareList
      pairs={pairs}
      parts
      single={!earlier}
      before={earlier && <Side revision={earlier.revision} at={earlier.updatedAt} />}
      after={<Side revision={record.revision} at={record.updatedAt} />}
      mark
      beside={({ question }) =>
        mayAsk &&
        drafts[question.id] === undefined && (
          <button type="button" class="fk-linklike fk-small fk-nowrap" onClick={() => set(question.id, '')}>
            {t('review.ask')}
            <span class="ds-sr-only"> {t('review.askAbout', { question: lowerFirst(questionLabel(question)) })}</span>
          </button>
        )
      }
      under={({ question }) => {
        const here = notes.filter((note) => note.pointer && questionAt(note.pointer)?.id === question.id)
        const draft = drafts[question.id]
        if (here.length === 0 && draft === undefined) return null
        return (
          <Thread
            posts={here.map((note) => ({
              id: note.id,
              who: names.person(note.by),
              role: roleOf(record, note.by),
              at: note.at,
              text: note.text,
            }))}
          >
            {draft !== undefined && (
              <QuestionField
                label={t('review.questionAbout', {
                  name: names.person(record.data.initiatorId),
                  question: lowerFirst(questionLabel(question)),
                })}
                value={draft}
                onInput={(text) => set(question.id, text)}
                onRemove={() => set(question.id, undefined)}
              />
            )}
          </Thread>
        )
      }}
    />
  )
}

function Side({ revision, at }: { revision: number; at: string }): JSX.Element {
  return (
    <>
      {t('review.revision', { revision: String(revision) })} <span class="fk-dim fk-regular">{dateText(at)}</span>
    </>
  )
}

function roleOf({ data }: ActivityRecord, personId: string): string | undefined {
  if (personId === data.initiatorId) return t('parts.role.initiator')
  return personId === data.coordinatorId ? t('parts.role.dpCoordinator') : undefined
}
