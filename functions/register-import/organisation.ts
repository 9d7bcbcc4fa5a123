import { orgUnit } from '../directory/org-unit.ts'
import { systemActor } from '../directory/directory.ts'
import type { UnitNames } from '../processing/import/normalise-unit.ts'
import type { OrgNode, OrgTree } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'

/** No organisation at all: every controller stays text. */
export const noOrganisation: UnitNames = { units: [], above: () => [] }

/** The names that controllers and units of a register are looked for among. */
export async function organisationNames(engine: Engine, tree: OrgTree): Promise<UnitNames> {
  const units: OrgNode[] = []
  let cursor: string | undefined
  do {
    const page = await engine.list(orgUnit, { limit: 200, ...(cursor && { cursor }) }, systemActor(tree))
    for (const { id } of page.items) {
      const node = tree.node(id)
      if (node && !node.ended) units.push(node)
    }
    cursor = page.next
  } while (cursor)
  return {
    units,
    above: (id) =>
      tree
        .path(id)
        .slice(1)
        .flatMap((above) => tree.node(above)?.name ?? []),
  }
}
