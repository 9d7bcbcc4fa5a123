import type { Question } from '../../functions/processing/question.ts'
import { CheckBox } from '../fields/check-box.tsx'
import { CheckList } from '../fields/check-list.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, valueAt } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { choiceGroups } from './choices.ts'
import { questionText } from './question-text.ts'
import { QuestionField } from './plain-question.tsx'

/** Criteria of an impact assessment: any number, or expressly none of them, which is kept as an empty list. */
export function CriteriaQuestion({ question }: { question: Question }) {
  const form = useForm()
  const [field, ...others] = question.fields
  if (!field) return null
  const pointer = `/${field.name}`
  const value = valueAt(form.data, pointer) as string[] | undefined
  const error = form.errors.get(pointer)
  return (
    <>
      <CheckList
        pointer={pointer}
        text={{ ...questionText(question.id), ...(error ? { error } : {}) }}
        main
        groups={choiceGroups(field.vocabulary!, form.context.codes, value ?? [])}
        value={value ?? []}
        onChange={(next) => form.set(pointer, next.length ? next : undefined)}
      >
        <div class="fk-none">
          <CheckBox
            id={`${elementId(pointer)}-none`}
            label={t('notification.noneOfThese')}
            checked={value?.length === 0}
            onChange={(on) => form.set(pointer, on ? [] : undefined)}
          />
        </div>
      </CheckList>
      {others
        .filter((other) => other.shown?.(form.data, form.context) ?? true)
        .map((other) => (
          <QuestionField key={other.name} question={question} field={other} />
        ))}
    </>
  )
}
