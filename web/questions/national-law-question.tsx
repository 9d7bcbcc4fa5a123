import type { ActivityData } from '../../functions/processing/data.ts'
import { support } from '../../functions/processing/field.ts'
import type { Question } from '../../functions/processing/question.ts'
import { codeLabel } from '../answers/words.ts'
import { FormContext, useForm, type FormScope } from '../notification/form-scope.ts'
import { withValue } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { FieldInput } from './field-input.tsx'
import { basesAgree, withBases } from './purposes.ts'
import { questionText } from './question-text.ts'
import { RowsField } from './rows-field.tsx'
import { UnclearBox } from './unclear.tsx'
import { QuestionHeading } from './question-heading.tsx'

const field = support('support')
const path = 'purposes.legalBases.support'

/** The statute or decision behind a legal basis; asked once when all purposes rest on the same bases. */
export function NationalLawQuestion({ question }: { question: Question }) {
  const form = useForm()
  const purposes = form.data.purposes ?? []
  const shared = basesAgree(purposes)
  const places = (shared ? purposes.slice(0, 1) : purposes).flatMap((purpose, at) =>
    (purpose.legalBases ?? []).flatMap((entry, position) =>
      entry.basis === 'c' || entry.basis === 'e'
        ? [
            {
              pointer: `/purposes/${at}/legalBases/${position}/support`,
              basis: codeLabel('legalBasis', entry.basis),
              purpose: purpose.text,
            },
          ]
        : [],
    ),
  )
  const { label, help } = questionText(question.id)
  const alone = places.length === 1
  return (
    <FormContext.Provider value={shared ? copyingToAll(form) : form}>
      {!alone && <QuestionHeading id={question.id} />}
      {places.map(({ pointer, basis, purpose }) => {
        const error = form.errors.get(pointer)
        const own = shared || !purpose ? basis : t('notification.basisOf', { basis, purpose })
        const text = { label: alone ? label : own, ...(alone && help ? { help } : {}), ...(error ? { error } : {}) }
        return (
          <RowsField
            key={pointer}
            questionId={question.id}
            field={field}
            pointer={pointer}
            path={path}
            text={text}
            main={alone}
            input={FieldInput}
          />
        )
      })}
      <UnclearBox pointer="/purposes/legalBases/support" />
    </FormContext.Provider>
  )
}

/** The same form, in which what is answered for the first purpose is answered for all. */
function copyingToAll(form: FormScope): FormScope {
  return {
    ...form,
    set(pointer, value) {
      const data: ActivityData = withValue(form.data, pointer, value)
      const purposes = data.purposes ?? []
      form.set('/purposes', withBases(purposes, 'all', purposes[0]?.legalBases ?? []))
    },
  }
}
