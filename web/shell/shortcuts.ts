const place = 'forteckna.shortcuts'

/** Whether single keys such as `/` do things; each person may turn them off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true
  }
}

/** Turns single-key shortcuts on or off in this browser. */
export function setShortcuts(on: boolean): void {
  try {
    localStorage.setItem(place, on ? 'on' : 'off')
  } catch {
    return
  }
}
