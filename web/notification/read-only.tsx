import { form, isShown } from '../../functions/processing/form.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { Answers } from '../answers/answers.tsx'
import { useWords } from '../answers/words.ts'
import { t } from '../text/text.ts'
import { useWorld } from './use-world.ts'

interface Props {
  data: ActivityData
  /** Only these questions, in the order of the form; all but K when absent. */
  only?: readonly string[]
}

/** A notification to read, part by part. */
export function ReadOnly({ data, only }: Props) {
  const words = useWords()
  const { data: world } = useWorld()
  if (!world) return null
  return form
    .filter((section) => section.id !== 'K')
    .map(({ id, questions }) => {
      const shown = questions.filter(
        (question) => (only?.includes(question.id) ?? true) && isShown(question, data, world.context),
      )
      if (shown.length === 0) return null
      return (
        <section key={id} class="fk-sec" data-size="sm" aria-labelledby={`rubrik-${id}`}>
          <header>
            <h2 class="fk-h2" id={`rubrik-${id}`}>
              {t('notification.steps.name', { section: id, title: t(`form.sections.${id}.title`) })}
            </h2>
          </header>
          <Answers questions={shown} data={data} words={words} />
        </section>
      )
    })
}
