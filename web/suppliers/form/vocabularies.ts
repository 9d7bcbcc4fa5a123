import { codesOf, type ExtensionCodes } from '../../../functions/processing/vocabulary.ts'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import type { FormScope } from '../../forms/form-scope.ts'

/** Codes that fields of suppliers and agreements are chosen from; those of data and persons are the register's own. */
export function formVocabularies(own: ExtensionCodes): FormScope['vocabularies'] {
  const inUse = (name: 'data' | 'subject'): string[] =>
    codesOf(name, own)
      .filter(({ retired }) => !retired)
      .map(({ code }) => code)
  return { ...supplierVocabularies, data: inUse('data'), subject: inUse('subject') }
}
