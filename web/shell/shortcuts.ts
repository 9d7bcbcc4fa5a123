import { inMemory } from '../stash/memory.ts'

const place = 'forteckna.shortcuts'

/** Whether single keys such as `/` do things; each person may turn them off (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  return inMemory((memory) => memory.getItem(place)) !== 'off'
}

/** Turns single-key shortcuts on or off in this browser. */
export function setShortcuts(on: boolean): void {
  inMemory((memory) => memory.setItem(place, on ? 'on' : 'off'))
}
