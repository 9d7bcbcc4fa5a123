import type { FormField, Question } from '../../functions/processing/question.ts'
import { useForm } from '../notification/form-scope.ts'
import { FieldInput } from './field-input.tsx'
import { QuestionHeading } from './question-heading.tsx'
import { fieldText, questionText } from './question-text.ts'
import { UnclearBox } from './unclear.tsx'

/** Questions that are a heading over several questions of their own. */
const headed = ['A11', 'E6', 'H3', 'J3']

/** A question whose fields stand under each other in the order of the form. */
export function PlainQuestion({ question }: { question: Question }) {
  const form = useForm()
  const shown = question.fields.filter((field) => field.shown?.(form.data, form.context) ?? true)
  const isHeaded = headed.includes(question.id)
  return (
    <>
      {isHeaded && <QuestionHeading id={question.id} />}
      {shown.map((field, at) => (
        <QuestionField key={field.name} question={question} field={field} main={at === 0 && !isHeaded} />
      ))}
    </>
  )
}

interface QuestionFieldProps {
  question: Question
  field: FormField
  main?: boolean
  quiet?: boolean
}

/** One of a question's fields; the first one speaks with the question's own words. */
export function QuestionField({ question, field, main, quiet }: QuestionFieldProps) {
  const form = useForm()
  const pointer = `/${field.name}`
  const error = form.errors.get(pointer)
  const text = main ? questionText(question.id) : fieldText(question.id, field.name)
  const radio = field.type === 'bool' || (field.type === 'code' && !field.list)
  return (
    <div class={main ? undefined : 'fk-then'}>
      <FieldInput
        questionId={question.id}
        field={field}
        pointer={pointer}
        path={field.name}
        text={{ ...text, ...(error ? { error } : {}) }}
        main={main}
        quiet={quiet}
      />
      {!radio && <UnclearBox pointer={pointer} />}
    </div>
  )
}
