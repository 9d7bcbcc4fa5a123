import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ProcessingContext } from '../../functions/processing/context.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import type { Suggestion } from '../../functions/processing/suggestions.ts'
import type { Note } from '../api/record.ts'
import type { Unit } from '../directory/org-units.ts'

/** What every question of the form knows and can do. */
export interface FormScope {
  data: ActivityData
  context: ProcessingContext
  units: readonly Unit[]
  /** What is wrong with an answer, as a sentence, by pointer. */
  errors: ReadonlyMap<string, string>
  suggestions: readonly Suggestion[]
  comments: readonly Note[]
  /** Ids of questions that the reviewer has asked about and that wait for an answer. */
  asked: readonly string[]
  /** Gives an answer; undefined takes it away. An answer lifts "Saknas eller oklart". */
  set(pointer: string, value: unknown): void
  /** Takes over several answers at once, such as a suggestion. */
  apply(change: Partial<ActivityData>): void
  /** Marks or unmarks an answer as "Saknas eller oklart", which empties it. */
  setUnclear(pointer: string, on: boolean): void
  recordId: string | undefined
  /** The person may answer comments now. */
  mayComment: boolean
  renewComments(): void
}

export const FormContext = createContext<FormScope | undefined>(undefined)

/** The form around this question. */
export function useForm(): FormScope {
  const scope = useContext(FormContext)
  if (!scope) throw new Error('a question was shown outside the form')
  return scope
}
