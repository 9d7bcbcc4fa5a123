import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { layoutGraph, wrapTitle, type GraphNode } from '../../../../web/graph/layout.ts'

const anyNode = fc.record({
  column: fc.integer({ min: 0, max: 4 }),
  title: fc.constantFrom('PACS', 'Journalsystemet Linden', 'Röntgenarkiv med fjärrsupport från USA'),
  note: fc.option(fc.constant('P-00214'), { nil: undefined }),
})

describe('the picture of neighbours', () => {
  it('never lets two nodes of a column touch or leave the picture', () => {
    fc.assert(
      fc.property(fc.array(anyNode, { minLength: 1, maxLength: 30 }), (drafts) => {
        const nodes: GraphNode[] = drafts.map((draft, i) => ({ ...draft, id: String(i) }))
        const layout = layoutGraph(nodes, [])
        for (const node of layout.nodes) {
          expect(node.y).toBeGreaterThanOrEqual(-1)
          expect(node.y + node.height).toBeLessThanOrEqual(layout.bottom + 1)
          const others = layout.nodes.filter((other) => other.column === node.column && other.id !== node.id)
          for (const other of others)
            expect(node.y >= other.y + other.height || other.y >= node.y + node.height).toBe(true)
        }
      }),
    )
  })

  it('draws no line to a node that is not there', () => {
    const nodes = [{ id: 'a', column: 0, title: 'A' }]
    expect(layoutGraph(nodes, [{ from: 'a', to: 'gone' }]).edges).toEqual([])
  })

  it('leads a line past the nodes between, not through them', () => {
    const nodes: GraphNode[] = [
      { id: 'system', column: 1, title: 'PACS' },
      { id: 'device', column: 2, title: 'MR-kamera' },
      { id: 'supplier', column: 3, title: 'Bildarkiv Demo GmbH' },
    ]
    const layout = layoutGraph(nodes, [{ from: 'system', to: 'supplier' }])
    const { edges, nodes: placed } = layout
    const lane = edges[0]!.lane!
    const device = placed[1]!
    expect(lane < device.y || lane > device.y + device.height).toBe(true)
    expect(lane >= layout.top && lane <= layout.bottom).toBe(true)
  })

  it('breaks a long name at a space and keeps every word', () => {
    expect(wrapTitle('Röntgenarkiv med fjärrsupport')).toEqual(['Röntgenarkiv med', 'fjärrsupport'])
    expect(wrapTitle('PACS')).toEqual(['PACS'])
  })
})
