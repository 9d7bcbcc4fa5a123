import type { Unit } from './org-units.ts'

/** The unit and those above it, nearest first. */
export function pathOf(units: readonly Unit[], id: string | undefined): Unit[] {
  const path: Unit[] = []
  for (let next = id; next && path.length < 20;) {
    const unit = units.find((entry) => entry.id === next)
    if (!unit) break
    path.push(unit)
    next = unit.data.parentId
  }
  return path
}

/** The nearest of a kind at or above a unit: its administration, or the board that answers for it. */
export function nearest(units: readonly Unit[], id: string | undefined, ...kinds: string[]): Unit | undefined {
  return pathOf(units, id).find((unit) => kinds.includes(unit.data.kind))
}
