import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { questionAt, questions } from '../../functions/processing/form.ts'
import { commentsOf, type ActivityRecord } from '../api/activities.ts'
import { readActivityAt, revisionsOf } from '../api/history.ts'
import { useWords } from '../answers/words.ts'
import { pairsOf } from '../compare/compare.ts'
import { SwitchGroup } from '../components/switch-group.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'
import { CaseAside } from './case-aside.tsx'
import { CaseAnswers } from './case-answers.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { useDraftQuestions, written } from './draft-questions.ts'
import { earlierRevision } from './earlier.ts'

const order = questions.map((question) => question.id)

/** Answers beside what stood there before, the conversation at each question, the evidence, and the decision. */
export function CaseWork({ record, onChange }: { record: ActivityRecord; onChange: () => void }): JSX.Element {
  const words = useWords()
  const [chosen, setWay] = useState<'changed' | 'all'>()
  const [drafts, setDrafts] = useDraftQuestions(record.id)
  const { data, error, reload } = useLoad(`${record.id} ${record.revision}`, () => backgroundOf(record))
  if (error !== undefined) return <Trouble error={error} retry={reload} />
  if (!data) return <Waiting lines={12} />
  const pairs = pairsOf(data.earlier?.data ?? {}, record.data, words)
  const asked = new Set([...data.asked, ...Object.keys(drafts)])
  const marked = pairs.filter((pair) => (data.earlier && pair.isChanged) || asked.has(pair.question.id))
  const way = chosen ?? (data.earlier || data.asked.length ? 'changed' : 'all')
  const hasChoice = data.earlier !== undefined || marked.length > 0
  const shown = hasChoice && way === 'changed' && marked.length > 0 ? marked : pairs
  return (
    <>
      <div class="fk-split" data-slim>
        <section class="fk-sec" aria-labelledby="svaren">
          <header>
            <h2 class="fk-h2" id="svaren">
              {t('review.answers')}
            </h2>
            {hasChoice && marked.length > 0 && (
              <SwitchGroup
                label={t('review.show')}
                value={way}
                options={[
                  { value: 'changed', label: t('review.changed', { count: marked.length }) },
                  { value: 'all', label: t('review.all', { count: pairs.length }) },
                ]}
                onChange={(value) => setWay(value as 'changed' | 'all')}
              />
            )}
          </header>
          <CaseAnswers
            record={record}
            earlier={data.earlier}
            pairs={shown}
            notes={data.notes}
            drafts={drafts}
            onDrafts={setDrafts}
          />
        </section>
        <CaseAside record={record} revisions={data.revisions} />
      </div>
      <DecisionBar record={record} asking={written(drafts, order)} onAsked={() => setDrafts({})} onChange={onChange} />
    </>
  )
}

async function backgroundOf(record: ActivityRecord) {
  const [revisions, notes] = await Promise.all([revisionsOf(record.id), commentsOf(record.id)])
  const revision = earlierRevision(record, revisions)
  const earlier = revision === undefined ? undefined : await readActivityAt(record.id, { revision })
  const asked = notes.flatMap((note) => (note.pointer ? [questionAt(note.pointer)?.id ?? ''] : []))
  return { revisions, notes, earlier, asked }
}
