import type { DataCategory } from '../../functions/processing/data.ts'
import type { Question } from '../../functions/processing/question.ts'
import { codeLabel } from '../answers/words.ts'
import { CheckList } from '../fields/check-list.tsx'
import { useForm } from '../notification/form-scope.ts'
import { t } from '../text/text.ts'
import { CategoryDetails } from './category-details.tsx'
import { choiceGroups } from './choices.ts'
import { questionText } from './question-text.ts'

const usual = ['ordinary', 'nationalId', 'art9']
const rareSensitive = ['political', 'religion', 'union', 'sexLife']

/** Kinds of personal data by how much they demand; the unusual ones are folded until one of them is chosen. */
export function CategoriesQuestion({ question }: { question: Question }) {
  const form = useForm()
  const categories = form.data.dataCategories ?? []
  const chosen = categories.map((category) => category.code)
  const groups = choiceGroups('data', form.context.codes, chosen)
  const front = groups.slice(0, usual.length).map((group) => ({
    ...group,
    choices: group.choices.filter(({ value }) => !rareSensitive.includes(value)),
  }))
  const rare = groups
    .map((group, at) => ({
      ...group,
      choices: group.choices.filter(({ value }) => at >= usual.length || rareSensitive.includes(value)),
    }))
    .filter((group) => group.choices.length > 0)
  const error = form.errors.get('/dataCategories')
  const give = (among: readonly string[]) => (codes: string[]) => {
    const next = [...chosen.filter((code) => !among.includes(code)), ...codes]
    const rows = next.map((code): DataCategory => categories.find((category) => category.code === code) ?? { code })
    form.set('/dataCategories', rows.length ? rows : undefined)
  }
  const codesIn = (some: typeof groups): string[] => some.flatMap((group) => group.choices.map(({ value }) => value))
  const rareCodes = codesIn(rare)
  return (
    <>
      <CheckList
        pointer="/dataCategories"
        text={{ ...questionText(question.id), ...(error ? { error } : {}) }}
        main
        groups={front}
        value={chosen.filter((code) => !rareCodes.includes(code))}
        onChange={give(codesIn(front))}
      />
      <details class="fk-why" open={chosen.some((code) => rareCodes.includes(code))}>
        <summary>{t('notification.rareCategories', { count: rareCodes.length })}</summary>
        <div>
          <CheckList
            pointer="/dataCategories/rare"
            text={{ label: t('notification.rareLegend') }}
            groups={rare}
            value={chosen.filter((code) => rareCodes.includes(code))}
            onChange={give(rareCodes)}
          />
        </div>
      </details>
      {categories.length > 0 && (
        <details class="fk-why">
          <summary>{t('notification.categoryDetails')}</summary>
          <div>
            {categories.map((category, at) => (
              <CategoryDetails
                key={category.code}
                questionId={question.id}
                at={at}
                name={codeLabel('data', category.code)}
              />
            ))}
          </div>
        </details>
      )}
    </>
  )
}
