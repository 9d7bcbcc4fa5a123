import type { LinkGroup } from '../api/record.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import type { GraphEdge, GraphNode } from '../graph/layout.ts'
import { recordAddress } from '../router/record-address.ts'

/** One neighbour in the list under the picture. */
export interface Neighbour {
  id: string
  name: string
  number?: string
  href?: string
  /** Key of a sentence about what is missing. */
  trouble?: 'unlisted' | 'noAgreement'
}

export const groups = ['systems', 'devices', 'suppliers', 'agreements', 'activities'] as const

export type GroupName = (typeof groups)[number]

export type Neighbours = { [group in GroupName]: Neighbour[] }

const groupOfKind: { [kind: string]: GroupName } = {
  application: 'systems',
  medicalDevice: 'devices',
  supplier: 'suppliers',
  agreement: 'agreements',
  activity: 'activities',
}

const inPicture: readonly GroupName[] = ['systems', 'devices', 'suppliers', 'agreements']
const mostInColumn = 6

/** What an activity is connected with, from its links and from what it names without a record of its own. */
export function neighboursOf(data: ActivityData, links: readonly LinkGroup[]): Neighbours {
  const result: Neighbours = { systems: [], devices: [], suppliers: [], agreements: [], activities: [] }
  for (const item of links.flatMap((group) => group.items)) {
    const group = groupOfKind[item.kind]
    if (!group || result[group].some((known) => known.id === item.id)) continue
    result[group].push({
      id: item.id,
      name: item.name ?? item.number ?? item.id,
      ...(item.number ? { number: item.number } : {}),
      ...hrefOf(item.kind, item.id),
    })
  }
  for (const name of data.unlistedSystems ?? [])
    result.systems.push({ id: `system:${name}`, name, trouble: 'unlisted' })
  data.processors?.forEach((processor, i) => {
    const id = processor.supplierId ?? `supplier:${i}`
    if (!processor.supplierId && processor.name)
      result.suppliers.push({ id, name: processor.name, trouble: 'unlisted' })
    const agreement = processor.agreementId
    const number = agreement?.diaryNumber ?? agreement?.result ?? agreement?.date
    result.agreements.push(
      number ? { id: `agreement:${id}`, name: number } : { id: `agreement:${id}`, name: '', trouble: 'noAgreement' },
    )
  })
  return result
}

function hrefOf(kind: string, id: string): { href?: string } {
  const href = recordAddress(kind, id)
  return href === undefined ? {} : { href }
}

interface PictureWords {
  /** What stands in a node whose name is missing. */
  noAgreement: string
  unlisted: string
  more: (count: number) => string
}

/** Nodes and edges of the picture; a column holds at most seven nodes, the last of them "14 till". */
export function pictureOf(
  own: { id: string; title: string; number?: string },
  data: ActivityData,
  neighbours: Neighbours,
  words: PictureWords,
): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const nodes: GraphNode[] = [{ id: own.id, column: 0, title: own.title, note: own.number, tone: 'current' }]
  const edges: GraphEdge[] = []
  inPicture.forEach((group, i) => {
    const all = neighbours[group]
    const shown = all.length > mostInColumn + 1 ? all.slice(0, mostInColumn) : all
    for (const neighbour of shown) nodes.push(nodeOf(neighbour, i + 1, words))
    if (shown.length < all.length)
      nodes.push({ id: `more:${group}`, column: i + 1, title: words.more(all.length - shown.length) })
  })
  const present = new Set(nodes.map((node) => node.id))
  const join = (from: string, to: string, trouble = false): void => {
    if (present.has(from) && present.has(to)) edges.push({ from, to, trouble })
  }
  for (const group of ['systems', 'devices', 'suppliers'] as const) {
    for (const neighbour of neighbours[group]) join(own.id, neighbour.id, neighbour.trouble !== undefined)
    join(own.id, `more:${group}`)
  }
  data.processors?.forEach((processor, i) => {
    const id = processor.supplierId ?? `supplier:${i}`
    const agreement = neighbours.agreements.find((each) => each.id === `agreement:${id}`)
    if (agreement) join(id, agreement.id, agreement.trouble !== undefined)
  })
  return { nodes, edges }
}

function nodeOf(neighbour: Neighbour, column: number, words: PictureWords): GraphNode {
  return {
    id: neighbour.id,
    column,
    title: neighbour.name || words.noAgreement,
    ...(neighbour.trouble === 'unlisted'
      ? { note: words.unlisted }
      : neighbour.number
        ? { note: neighbour.number }
        : {}),
    ...(neighbour.href ? { href: neighbour.href } : {}),
    ...(neighbour.trouble
      ? { tone: neighbour.trouble === 'noAgreement' ? ('missing' as const) : ('trouble' as const) }
      : {}),
  }
}
