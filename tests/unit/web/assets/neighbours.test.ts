import { describe, expect, it } from 'vitest'
import type { LinkGroup } from '../../../../web/api/record.ts'
import { neighboursOf, pictureOf } from '../../../../web/assets/record/neighbours.ts'

const links: LinkGroup[] = [
  { rel: 'supplierIds', direction: 'out', items: [{ kind: 'supplier', id: 'sup_1', name: 'Bildarkiv AB' }] },
  { rel: 'usingOrgUnitIds', direction: 'out', items: [{ kind: 'orgUnit', id: 'org_1', name: 'Eken' }] },
  {
    rel: 'applicationIds',
    direction: 'in',
    items: [
      { kind: 'activity', id: 'act_1', number: 'B-2026-0001', name: 'Journal', state: 'registered' },
      { kind: 'activity', id: 'act_1', number: 'B-2026-0001', name: 'Journal', state: 'registered' },
    ],
  },
]

describe('the neighbours of an asset', () => {
  it('are told once each, with which way the link goes, without units and people', () => {
    const found = neighboursOf(links)
    expect(found.map(({ id, incoming }) => [id, incoming])).toEqual([
      ['act_1', true],
      ['sup_1', false],
    ])
    expect(found[0]?.href).toBe('/behandlingar/act_1')
  })

  it('lie to the left when they use the asset and to the right when it uses them', () => {
    const { nodes, edges } = pictureOf({ id: 'app_1', title: 'PACS' }, neighboursOf(links), () => '')
    expect(nodes.map(({ id, column }) => [id, column])).toEqual([
      ['app_1', 1],
      ['act_1', 0],
      ['sup_1', 4],
    ])
    expect(edges).toEqual([
      { from: 'act_1', to: 'app_1' },
      { from: 'app_1', to: 'sup_1' },
    ])
  })

  it('become "and more" when a column would be too tall', () => {
    const items = Array.from({ length: 30 }, (_, i) => ({ kind: 'medicalDevice', id: `med_${i}`, name: `Pump ${i}` }))
    const { nodes } = pictureOf(
      { id: 'app_1', title: 'PACS' },
      neighboursOf([{ rel: 'informationSystemIds', direction: 'in', items }]),
      (count) => `${count} more`,
    )
    expect(nodes).toHaveLength(1 + 6 + 1)
    expect(nodes.at(-1)?.title).toBe('24 more')
  })
})
