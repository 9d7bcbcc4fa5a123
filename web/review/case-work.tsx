import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { questions } from '../../functions/processing/form.ts'
import { useWords } from '../answers/words.ts'
import { pairsOf } from '../compare/compare.ts'
import { SwitchGroup } from '../components/switch-group.tsx'
import { t } from '../text/text.ts'
import type { Case } from './case.ts'
import { CaseAside } from './case-aside.tsx'
import { CaseAnswers } from './case-answers.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { useDraftQuestions, written } from './draft-questions.ts'

const order = questions.map((question) => question.id)

/** Answers beside what stood there before, the conversation at each question, the evidence, and the decision. */
export function CaseWork({ data, onChange }: { data: Case; onChange: () => void }): JSX.Element {
  const { record } = data
  const words = useWords()
  const [chosen, setWay] = useState<'changed' | 'all'>()
  const [drafts, setDrafts] = useDraftQuestions(record.id)
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
        <CaseAside record={record} revisions={data.revisions} similar={data.similar} notes={data.notes} />
      </div>
      <DecisionBar record={record} asking={written(drafts, order)} onAsked={() => setDrafts({})} onChange={onChange} />
    </>
  )
}
