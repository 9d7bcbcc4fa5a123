import type { ActivityData } from '../../functions/processing/data.ts'

/** What has been written but not saved, kept in the browser so that a closed window loses nothing. */
export interface Stashed {
  personId: string
  revision: number
  saved: ActivityData
  data: ActivityData
  /** Idempotency-Key of a draft that may or may not have been created. */
  key?: string
}

export interface Stash {
  get(): Stashed | undefined
  set(value: Stashed): void
  clear(): void
}

/** The stash of one draft (`new` before it has an id) and one person in this browser. */
export function browserStash(draftId: string, personId: string): Stash {
  const place = `forteckna.draft.${draftId}`
  return {
    get() {
      try {
        const value = JSON.parse(localStorage.getItem(place) ?? 'null') as Stashed | null
        return value?.personId === personId ? value : undefined
      } catch {
        return undefined
      }
    },
    set(value) {
      try {
        localStorage.setItem(place, JSON.stringify(value))
      } catch {
        return
      }
    },
    clear() {
      try {
        localStorage.removeItem(place)
      } catch {
        return
      }
    },
  }
}
