import type { Field } from '../../functions/fields/field.ts'
import { codeLabel } from '../answers/words.ts'
import { hasText, t } from '../text/text.ts'

/** Whose forms: their texts stand in the topics `<words>-fields` and `<words>-vocabulary`. */
export type FormWords = 'asset' | 'supplier'

/** Names of the fields from the form down to one: `['supplierIds', 'role']`. */
export type FieldPath = readonly string[]

/** What a field is called. */
export function fieldLabel(words: FormWords, path: FieldPath): string {
  return t(`${place(words, path)}.label`)
}

/** What is said under a field's label, if anything. */
export function fieldHelp(words: FormWords, path: FieldPath): string | undefined {
  const key = `${place(words, path)}.help`
  return hasText(key) ? t(key) : undefined
}

/** A section's heading. */
export function sectionHeading(words: FormWords, id: string): string {
  return t(`${words}-fields.sections.${id}`)
}

/** A code in words: the words of the form, otherwise those of the register's own vocabularies (topic `vocabulary`). */
export function codeWord(words: FormWords, field: Field, code: string): string {
  const vocabulary = field.vocabulary ?? field.name
  const key = `${words}-vocabulary.${vocabulary}.${code}`
  return hasText(key) ? t(key) : codeLabel(vocabulary, code)
}

function place(words: FormWords, path: FieldPath): string {
  return `${words}-fields.fields.${path.join('.fields.')}`
}
