import type { Actor, OrgNode, OrgTree } from '../../functions/register/actor.ts'

const nodes: readonly OrgNode[] = [
  { id: 'org_region', kind: 'principal', name: 'Region Demo' },
  { id: 'org_rs', kind: 'board', name: 'Regionstyrelsen', parentId: 'org_region' },
  { id: 'org_it', kind: 'administration', name: 'Digitalisering', parentId: 'org_rs' },
  { id: 'org_hsn', kind: 'board', name: 'Hälso- och sjukvårdsnämnden', parentId: 'org_region' },
  { id: 'org_sjukhus', kind: 'administration', name: 'Sjukhusförvaltningen', parentId: 'org_hsn' },
  { id: 'org_hjarta', kind: 'unit', name: 'Hjärtmottagningen', parentId: 'org_sjukhus' },
]

/** Two boards of one region, with an administration each. */
export const orgTree: OrgTree = {
  node: (id) => nodes.find((node) => node.id === id),
  path: (id) => pathOf(id),
  below: (id) => nodes.filter((node) => pathOf(node.id).includes(id)).map((node) => node.id),
}

/** Somebody with these roles, each `role@unit`. */
export function actorWith(...grants: string[]): Actor {
  return {
    personId: 'per_1',
    language: 'sv',
    tree: orgTree,
    grants: grants.map((grant) => {
      const [role = '', scopeOrgUnitId = ''] = grant.split('@')
      return { role, scopeOrgUnitId }
    }),
  }
}

function pathOf(id: string | undefined): string[] {
  const node = nodes.find((one) => one.id === id)
  return node ? [node.id, ...pathOf(node.parentId)] : []
}
