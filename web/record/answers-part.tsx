import type { JSX } from 'preact'
import { form, isShown } from '../../functions/processing/form.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { now } from '../api/clock.ts'
import { answerOf, isAnswered } from '../answers/answer.ts'
import { Answers } from '../answers/answers.tsx'
import { useWords } from '../answers/words.ts'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { SourceText } from './source-text.tsx'

/** Every answer, section by section; questions that do not apply are left out. */
export function AnswersPart({ record }: { record: ActivityRecord }): JSX.Element {
  const words = useWords()
  const { data } = record
  const context = { today: dayOf(now()) }
  return (
    <>
      {form.map((section, i) => {
        const questions = section.questions.filter(
          (question) => isShown(question, data, context) || isAnswered(answerOf(question, data, words)),
        )
        if (questions.length === 0) return null
        return (
          <section
            key={section.id}
            class="fk-sec"
            data-first={i === 0 ? '' : undefined}
            aria-labelledby={`del-${section.id}`}
          >
            <header>
              <h2 class="fk-h2" id={`del-${section.id}`}>
                {t(`record.section.${section.id}`)}
              </h2>
            </header>
            <Answers questions={questions} data={data} words={words} />
          </section>
        )
      })}
      {data.imported && <SourceText imported={data.imported} />}
    </>
  )
}
