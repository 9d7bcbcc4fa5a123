/** What has been written but not saved, kept in the browser so that a closed window loses nothing. */
export interface Stash<T> {
  get(): T | undefined
  set(written: T): void
  clear(): void
}

/** The browser's memory at one place for one person; a browser that keeps nothing is no obstacle. */
export function stashAt<T>(place: string, personId: string): Stash<T> {
  return {
    get() {
      try {
        const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as (T & { personId?: string }) | null
        return kept?.personId === personId ? kept : undefined
      } catch {
        return undefined
      }
    },
    set(written) {
      try {
        localStorage.setItem(place, JSON.stringify({ ...written, personId }))
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
