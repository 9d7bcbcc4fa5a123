import type { ProcessingContext } from '../context.ts'
import type { ActivityData } from '../data.ts'

/** An answer that follows from other answers. It is no answer until the person has said that it is right. */
export interface Suggestion {
  question: string
  /** Further questions that it answers at once, such as the act that goes with a basis. */
  also?: readonly string[]
  /** The first field it would fill. */
  pointer: string
  /** The fields it would fill, whole: `{ ...data, ...set }`. */
  set: Partial<ActivityData>
  /** Where it comes from: key in `suggestions.json`. */
  from: { key: string; params?: { [name: string]: string } }
}

/** Proposes an answer to one question, or nothing. */
export type Proposer = (data: ActivityData, context: ProcessingContext) => Suggestion | undefined
