export type NodeTone = 'current' | 'plain' | 'trouble' | 'missing'

/** A neighbour in the picture; `column` 0 is the record itself, 1-4 lie to the right of it. */
export interface GraphNode {
  id: string
  column: number
  title: string
  note?: string
  href?: string
  tone?: NodeTone
}

export interface GraphEdge {
  from: string
  to: string
  trouble?: boolean
}

export interface PlacedNode extends GraphNode {
  x: number
  y: number
  height: number
  lines: string[]
}

export interface PlacedEdge {
  path: string
  trouble: boolean
  /** Height of the way past the columns between, when there are any. */
  lane?: number
}

/** `top` and `bottom`: between which heights everything lies. */
export interface Layout {
  nodes: PlacedNode[]
  edges: PlacedEdge[]
  top: number
  bottom: number
}

export const columnPitch = 248
export const nodeWidth = 206
const gap = 28
const titleChars = 24
const lineHeight = 17
const baseHeight = 35

/** Places nodes in five columns from left to right, each column centred, edges as curves. Units: SVG user units of a box 1200 wide. */
export function layoutGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Layout {
  const sized = nodes.map((node) => {
    const lines = wrapTitle(node.title)
    return {
      ...node,
      lines,
      height: baseHeight + lineHeight * (lines.length - 1) + (node.note ? lineHeight : 0),
      x: 1 + node.column * columnPitch,
      y: 0,
    }
  })
  const columns = [0, 1, 2, 3, 4].map((column) => sized.filter((node) => node.column === column))
  const heights = columns.map((column) => column.reduce((sum, node) => sum + node.height + gap, -gap))
  const height = Math.max(...heights, baseHeight)
  columns.forEach((column, i) => {
    let y = (height - heights[i]!) / 2
    for (const node of column) {
      node.y = Math.round(y)
      y += node.height + gap
    }
  })
  const byId = new Map(sized.map((node) => [node.id, node]))
  const placed = edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    return from && to ? [{ ...curve(from, to, columns), trouble: edge.trouble ?? false }] : []
  })
  const lanes = placed.flatMap((edge) => (edge.lane === undefined ? [] : [edge.lane]))
  return { nodes: sized, edges: placed, top: Math.min(0, ...lanes), bottom: Math.ceil(Math.max(height, ...lanes)) }
}

/** A curve from the right side of one node to the left side of another; past the columns between by a way over their nodes. */
function curve(from: PlacedNode, to: PlacedNode, columns: readonly PlacedNode[][]): { path: string; lane?: number } {
  const startX = from.x + nodeWidth
  const startY = from.y + from.height / 2
  const endX = to.x - 1
  const endY = to.y + to.height / 2
  const between = columns.slice(from.column + 1, to.column).flat()
  if (between.length === 0) {
    const bend = Math.max(24, (endX - startX) / 2)
    return { path: `M${startX} ${startY}C${startX + bend} ${startY},${endX - bend} ${endY},${endX} ${endY}` }
  }
  const lane = laneBetween(between, (startY + endY) / 2)
  const inX = startX + 40
  const outX = endX - 40
  const path = `M${startX} ${startY}C${startX + 26} ${startY},${inX - 22} ${lane},${inX} ${lane}H${outX}C${outX + 26} ${lane},${endX - 24} ${endY},${endX} ${endY}`
  return { path, lane }
}

/** A height at which no node of the columns between stands, as near as possible to the wished one. */
function laneBetween(nodes: readonly PlacedNode[], wished: number): number {
  const candidates = nodes.flatMap((node) => [node.y - gap / 2, node.y + node.height + gap / 2]).concat(wished)
  const free = candidates.filter((y) => nodes.every((node) => y < node.y - 4 || y > node.y + node.height + 4))
  return free.reduce((best, y) => (Math.abs(y - wished) < Math.abs(best - wished) ? y : best), free[0] ?? -gap / 2)
}

/** Breaks a name at spaces into at most two lines; a longer rest is kept whole on the second. */
export function wrapTitle(title: string): string[] {
  if (title.length <= titleChars) return [title]
  const words = title.split(' ')
  let first = words.shift()!
  while (words.length && `${first} ${words[0]}`.length <= titleChars) first += ` ${words.shift()}`
  return words.length ? [first, words.join(' ')] : [first]
}
