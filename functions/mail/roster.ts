import type { Directory } from '../directory/directory.ts'
import type { RoleAssignmentData } from '../directory/role-assignment.ts'
import { roleAssignmentOutline } from '../directory/role-assignment-outline.ts'
import { systemActor } from '../directory/directory.ts'
import type { ReadingEngine } from '../register/api.ts'
import { dayOf } from '../register/core.ts'

/** Who holds a role where, as of the time it was made: for one batch of work, not longer. */
export interface Roster {
  /**
   * People who hold the role over one of the units today, those with the nearest scope only. `within`: also those whose scope
   * lies in the unit, as the coordinators of a board's administrations.
   */
  holders(role: string, unitIds: readonly string[], within?: boolean): Promise<string[]>
}

/** A roster over the directory; each role is read once. */
export function createRoster(deps: { engine: ReadingEngine; directory: Directory; now(): string }): Roster {
  const { engine, directory, now } = deps
  const known = new Map<string, Promise<RoleAssignmentData[]>>()
  const assignments = (role: string): Promise<RoleAssignmentData[]> => {
    const found = known.get(role) ?? assignmentsOf(engine, role, dayOf(now()))
    known.set(role, found)
    return found
  }

  return {
    async holders(role, unitIds, within = false) {
      const tree = await directory.tree()
      const found = new Set<string>()
      for (const unitId of unitIds) {
        const held = await assignments(role)
        const inside = within ? held.filter((one) => tree.path(one.scopeOrgUnitId).slice(1).includes(unitId)) : []
        const near = tree.path(unitId).map((unit) => held.filter((one) => one.scopeOrgUnitId === unit))
        const nearest = near.find((some) => some.length > 0) ?? []
        for (const { personId } of [...inside, ...nearest]) found.add(personId)
      }
      const active = await Promise.all([...found].map(async (id) => ((await directory.known(id)) ? [id] : [])))
      return active.flat().sort()
    },
  }
}

async function assignmentsOf(engine: ReadingEngine, role: string, today: string): Promise<RoleAssignmentData[]> {
  const all: RoleAssignmentData[] = []
  let cursor: string | undefined
  do {
    const query = { filters: { role: [role] }, limit: 200, ...(cursor && { cursor }) }
    const page = await engine.list(roleAssignmentOutline, query, systemActor())
    all.push(...page.items.map(({ data }) => data as unknown as RoleAssignmentData))
    cursor = page.next
  } while (cursor)
  return all.filter(({ validFrom, validTo }) => validFrom <= today && (validTo ?? today) >= today)
}
