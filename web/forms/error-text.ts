import type { FieldProblem } from '../api/problem.ts'
import { valueAt } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { fieldLabel, type FormWords } from './form-words.ts'

/** What is wrong with a field, by its pointer; one that was left empty is asked for by its name. */
export function errorTexts(
  errors: readonly FieldProblem[],
  { words, data, labelAt }: { words: FormWords; data: object; labelAt?: (pointer: string) => string | undefined },
): Map<string, string> {
  return new Map(
    errors.map(({ pointer: given, code, detail }) => {
      const pointer = given.replace(/^\/data(?=\/)/, '')
      const isEmpty = code === 'type' && valueAt(data, pointer) === undefined
      const label = (): string => labelAt?.(pointer) ?? fieldLabel(words, namesIn(pointer))
      return [pointer, isEmpty ? t('forms.needed', { label: label() }) : (detail ?? code)]
    }),
  )
}

/** The names of fields on the way; a place in a list is none. */
function namesIn(pointer: string): string[] {
  return pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part))
}
