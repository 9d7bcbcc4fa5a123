import type { ExtensionCode, ExtensionCodes } from '../../functions/processing/vocabulary.ts'
import { allPages } from '../api/all-pages.ts'
import type { Envelope } from '../api/record.ts'

type CodeRecord = Envelope<ExtensionCode & { vocabulary: string }>

let asked: Promise<ExtensionCodes> | undefined
let read: ExtensionCodes | undefined

/** The codes that the DSO has added, by vocabulary; read once in a visit. @throws Problem */
export function loadCodes(): Promise<ExtensionCodes> {
  asked ??= allPages<CodeRecord>('/api/vocabulary-codes?limit=200').then(
    (records) =>
      (read = Object.groupBy(
        records.map(({ data }) => data),
        (entry) => entry.vocabulary,
      )),
    (error: unknown) => {
      asked = undefined
      throw error
    },
  )
  return asked
}

/** The codes that have been read so far; undefined before that. */
export function codesRead(): ExtensionCodes | undefined {
  return read
}

/** Forgets the codes, so that the next page reads them anew: one of them has been changed. */
export function forgetCodes(): void {
  asked = undefined
  read = undefined
}
