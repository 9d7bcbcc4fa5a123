import type { ExtensionCode, ExtensionCodes } from '../../functions/processing/vocabulary.ts'
import { getJson } from '../api/request.ts'

interface VocabularyList {
  items: { vocabulary: string; codes: (ExtensionCode & { builtIn?: boolean })[] }[]
}

let asked: Promise<ExtensionCodes> | undefined

/** The codes that the DSO has added, by vocabulary; read once in a visit. @throws Problem */
export function loadCodes(): Promise<ExtensionCodes> {
  asked ??= getJson<VocabularyList>('/api/vocabularies').then(
    ({ items }) =>
      Object.fromEntries(items.map(({ vocabulary, codes }) => [vocabulary, codes.filter((code) => !code.builtIn)])),
    (error: unknown) => {
      asked = undefined
      throw error
    },
  )
  return asked
}
