import type { OrgNode, OrgTree } from '../register/actor.ts'

/**
 * The organisation in memory, from all its units in any order. A unit whose parent is unknown counts as a root,
 * and a circle (which saving refuses) ends a path where it would begin again.
 */
export function treeOf(nodes: readonly OrgNode[]): OrgTree {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const children = Map.groupBy(nodes, (node) => node.parentId)

  const path = (id: string): readonly string[] => {
    const seen = new Set<string>()
    for (
      let node = byId.get(id);
      node && !seen.has(node.id);
      node = node.parentId ? byId.get(node.parentId) : undefined
    ) {
      seen.add(node.id)
    }
    return [...seen]
  }

  const below = (id: string): readonly string[] => {
    const found = new Set<string>(byId.has(id) ? [id] : [])
    for (const unit of found) for (const child of children.get(unit) ?? []) found.add(child.id)
    return [...found]
  }

  return { node: (id) => byId.get(id), path, below }
}

/** The nearest unit of one of the kinds, from the unit itself upwards. */
export function nearest(tree: OrgTree, id: string | undefined, kinds: readonly OrgNode['kind'][]): OrgNode | undefined {
  if (!id) return undefined
  return tree
    .path(id)
    .map((unit) => tree.node(unit))
    .find((node) => node && kinds.includes(node.kind))
}
