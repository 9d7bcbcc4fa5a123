import type { ActivityData } from '../../functions/processing/data.ts'
import { type Stash as StashOf, stashAt } from '../stash/stash.ts'

/** What has been written of a notification. */
export interface Stashed {
  revision: number
  saved: ActivityData
  data: ActivityData
  /** Idempotency-Key of a draft that may or may not have been created. */
  key?: string
}

export type Stash = StashOf<Stashed>

/** The stash of one draft (`new` before it has an id) in this browser. */
export function browserStash(draftId: string): Stash {
  return stashAt(`draft.${draftId}`)
}
