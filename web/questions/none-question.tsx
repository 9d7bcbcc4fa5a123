import type { Question } from '../../functions/processing/question.ts'
import { CheckBox } from '../fields/check-box.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, valueAt } from '../notification/pointer.ts'
import { QuestionField } from './plain-question.tsx'
import { QuestionHeading } from './question-heading.tsx'
import { fieldText } from './question-text.ts'

/** A list that may be answered with "none": the box hides the list, and a filled list hides the box. */
export function NoneQuestion({ question }: { question: Question }) {
  const form = useForm()
  const [list, none] = question.fields
  if (!list || !none) return null
  const isNone = valueAt(form.data, `/${none.name}`) === true
  const isFilled = Boolean((valueAt(form.data, `/${list.name}`) as unknown[] | undefined)?.length)
  return (
    <>
      <QuestionHeading id={question.id} />
      {!isFilled && (
        <div class="fk-none">
          <CheckBox
            id={elementId(`/${none.name}`)}
            label={fieldText(question.id, none.name).label}
            checked={isNone}
            onChange={(on) => form.set(`/${none.name}`, on || undefined)}
          />
        </div>
      )}
      {!isNone && <QuestionField question={question} field={list} quiet />}
    </>
  )
}
