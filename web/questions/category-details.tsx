import { CheckList } from '../fields/check-list.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useForm } from '../notification/form-scope.ts'
import { choicesOf } from './choices.ts'
import { fieldText } from './question-text.ts'

/** About one kind of data: whose it is, where it comes from and a note, when that differs from the rest. */
export function CategoryDetails({ questionId, at, name }: { questionId: string; at: number; name: string }) {
  const form = useForm()
  const { codes } = form.context
  const category = form.data.dataCategories?.[at]
  if (!category) return null
  const pointer = `/dataCategories/${at}`
  const error = form.errors.get(`${pointer}/note`)
  const among = (vocabulary: 'subject' | 'source', chosen: readonly string[] = [], own: readonly string[] = []) =>
    choicesOf(vocabulary, codes, own).filter(
      ({ value }) => chosen.length === 0 || chosen.includes(value) || own.includes(value),
    )
  return (
    <fieldset class="fk-group">
      <legend>{name}</legend>
      <CheckList
        pointer={`${pointer}/subjects`}
        text={fieldText(questionId, 'dataCategories.subjects')}
        groups={[{ choices: among('subject', form.data.dataSubjectCategories, category.subjects) }]}
        value={category.subjects ?? []}
        onChange={(next) => form.set(`${pointer}/subjects`, next.length ? next : undefined)}
      />
      <CheckList
        pointer={`${pointer}/source`}
        text={fieldText(questionId, 'dataCategories.source')}
        groups={[{ choices: among('source', form.data.dataSources, category.source) }]}
        value={category.source ?? []}
        onChange={(next) => form.set(`${pointer}/source`, next.length ? next : undefined)}
      />
      <TextField
        pointer={`${pointer}/note`}
        text={{ ...fieldText(questionId, 'dataCategories.note'), ...(error ? { error } : {}) }}
        value={category.note}
        max={500}
        onChange={(next) => form.set(`${pointer}/note`, next)}
      />
    </fieldset>
  )
}
