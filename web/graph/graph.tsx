import type { JSX } from 'preact'
import { columnPitch, layoutGraph, nodeWidth, type GraphEdge, type GraphNode, type PlacedNode } from './layout.ts'

interface Props {
  /** What the picture shows, as a sentence. */
  title: string
  headings: readonly string[]
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
}

const headroom = 34

/** Neighbours of a record in five columns; every node a link. The list under it says the same. */
export function Graph({ title, headings, nodes, edges }: Props): JSX.Element {
  const layout = layoutGraph(nodes, edges)
  return (
    <div class="fk-graph">
      <svg
        viewBox={`0 ${layout.top - headroom} 1200 ${layout.bottom - layout.top + headroom + 4}`}
        role="group"
        aria-label={title}
      >
        {headings.map((heading, i) => (
          <text key={heading} class="head" x={1 + i * columnPitch} y={layout.top - 14}>
            {heading}
          </text>
        ))}
        {layout.edges.map((edge) => (
          <path key={edge.path} class="edge" data-trouble={edge.trouble ? '' : undefined} d={edge.path} />
        ))}
        {layout.nodes.map((node) => (
          <Node key={node.id} node={node} />
        ))}
      </svg>
    </div>
  )
}

function Node({ node }: { node: PlacedNode }): JSX.Element {
  const box = (
    <>
      <rect x={node.x} y={node.y} width={nodeWidth} height={node.height} rx="3" />
      {node.lines.map((line, i) => (
        <text key={line} class="title" x={node.x + 11} y={node.y + 21 + i * 17}>
          {line}
        </text>
      ))}
      {node.note && (
        <text class="note" x={node.x + 11} y={node.y + 21 + node.lines.length * 17}>
          {node.note}
        </text>
      )}
    </>
  )
  const tone = node.tone ?? 'plain'
  return node.href ? (
    <a href={node.href} data-tone={tone}>
      {box}
    </a>
  ) : (
    <g data-tone={tone}>{box}</g>
  )
}
