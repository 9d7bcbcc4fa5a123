import type { LinkGroup } from '../../api/record.ts'
import type { GraphEdge, GraphNode } from '../../graph/layout.ts'
import { recordAddress } from '../../router/record-address.ts'

/** Kinds of neighbours in the order in which they are shown. */
export const neighbourKinds = [
  'activity',
  'application',
  'medicalDevice',
  'equipment',
  'supplier',
  'agreement',
] as const

export type NeighbourKind = (typeof neighbourKinds)[number]

export interface Neighbour {
  id: string
  kind: NeighbourKind
  name: string
  number?: string
  href?: string
  state?: string
  /** It points here; otherwise the asset points at it. */
  incoming: boolean
}

/** What an asset is linked with, from both ends; units and people are told with the facts. */
export function neighboursOf(links: readonly LinkGroup[]): Neighbour[] {
  const known = new Map<string, Neighbour>()
  for (const { direction, items } of links) {
    for (const item of items) {
      if (!isNeighbourKind(item.kind) || known.has(item.id)) continue
      const href = recordAddress(item.kind, item.id)
      known.set(item.id, {
        id: item.id,
        kind: item.kind,
        name: item.name ?? item.number ?? item.id,
        incoming: direction === 'in',
        ...(item.number ? { number: item.number } : {}),
        ...(item.state ? { state: item.state } : {}),
        ...(href ? { href } : {}),
      })
    }
  }
  return [...known.values()].toSorted((a, b) => neighbourKinds.indexOf(a.kind) - neighbourKinds.indexOf(b.kind))
}

const mostInColumn = 6
/** Columns of the picture: what uses it, the asset itself, what it runs on or with, those who deliver. */
const columns: readonly (readonly NeighbourKind[])[] = [
  ['activity'],
  [],
  ['application'],
  ['medicalDevice', 'equipment'],
  ['supplier', 'agreement'],
]

/** Nodes and edges of the picture; a column holds at most seven nodes, the last of them "14 till". */
export function pictureOf(
  own: { id: string; title: string; number?: string },
  neighbours: readonly Neighbour[],
  more: (count: number) => string,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const nodes: GraphNode[] = [{ id: own.id, column: 1, title: own.title, note: own.number, tone: 'current' }]
  const edges: GraphEdge[] = []
  columns.forEach((kinds, column) => {
    const all = neighbours.filter(({ kind }) => kinds.includes(kind))
    const shown = all.length > mostInColumn + 1 ? all.slice(0, mostInColumn) : all
    for (const { id, name, number, href } of shown)
      nodes.push({ id, column, title: name, ...(number ? { note: number } : {}), ...(href ? { href } : {}) })
    if (shown.length < all.length) nodes.push({ id: `more:${column}`, column, title: more(all.length - shown.length) })
  })
  for (const { id, column } of nodes) {
    if (column < 1) edges.push({ from: id, to: own.id })
    if (column > 1) edges.push({ from: own.id, to: id })
  }
  return { nodes, edges }
}

function isNeighbourKind(kind: string): kind is NeighbourKind {
  return (neighbourKinds as readonly string[]).includes(kind)
}
