import { type Stash, stashAt } from '../stash/stash.ts'

/** What has been written in a form. */
export interface Written {
  /** What was saved when the writing began. */
  saved: { [name: string]: unknown }
  data: { [name: string]: unknown }
}

/** The browser's memory of one form (`key`). */
export function formStash(key: string): Stash<Written> {
  return stashAt(`form.${key}`)
}
