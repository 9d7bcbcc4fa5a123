import type { OrgNode } from '../../register/actor.ts'
import { fold } from '../../intake/read/fold.ts'

/** What is needed of the organisation: its units and the names above each. */
export interface UnitNames {
  units: readonly OrgNode[]
  /** Names of the unit and of everything above it, nearest first. */
  above(id: string): readonly string[]
}

/**
 * The unit that a text names: the whole name, and whatever follows a comma or stands in brackets must name a unit above
 * it, so that another municipality's board of the same name is not taken for ours. Undefined when none or several fit.
 */
export function unitOf(text: string, organisation: UnitNames, kinds?: readonly OrgNode['kind'][]): string | undefined {
  const [name, ...around] = text
    .split(/[,/(\n]/)
    .map((part) => normal(part))
    .filter((part) => part !== '')
  if (!name) return undefined
  const fitting = organisation.units.filter((unit) => {
    if (kinds && !kinds.includes(unit.kind)) return false
    if (normal(unit.name) !== name) return false
    const above = organisation.above(unit.id).map(normal)
    return around.every((part) => above.includes(part))
  })
  return fitting.length === 1 ? fitting[0]?.id : undefined
}

function normal(text: string): string {
  return fold(text)
    .replaceAll(/[)\s]+/g, ' ')
    .trim()
}
