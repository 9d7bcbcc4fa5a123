/** What has been written in a form but not saved, kept in the browser so that a closed window loses nothing. */
export interface Written {
  personId: string
  /** What was saved when the writing began. */
  saved: { [name: string]: unknown }
  data: { [name: string]: unknown }
}

/** The browser's memory of one form (`key`) and one person. */
export function formStash(
  key: string,
  personId: string,
): { get: () => Written | undefined; set: (written: Omit<Written, 'personId'>) => void; clear: () => void } {
  const place = `forteckna.form.${key}`
  return {
    get() {
      try {
        const value = JSON.parse(localStorage.getItem(place) ?? 'null') as Written | null
        return value?.personId === personId ? value : undefined
      } catch {
        return undefined
      }
    },
    set(written) {
      try {
        localStorage.setItem(place, JSON.stringify({ personId, ...written }))
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
