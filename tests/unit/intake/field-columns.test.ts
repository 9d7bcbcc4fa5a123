import { describe, expect, it } from 'vitest'
import { assetTargets } from '../../../functions/assets/intake.ts'
import { createHeadingBook } from '../../../functions/intake/headings.ts'
import { proposeMapping } from '../../../functions/intake/mapping.ts'
import { nearestName } from '../../../functions/intake/nearest-name.ts'
import type { World } from '../../../functions/intake/target.ts'

const [equipment] = assetTargets
const world: World = {
  find: (kind, text) =>
    text === 'it' ? { value: `${kind}_1` } : { fault: { code: `unknown-${kind}`, unknown: text } },
  name: () => 'it',
}
const column = (field: string) => equipment!.columns.find((one) => one.field === field)!

describe('columns made from fields', () => {
  it('read back what they write, in both languages', () => {
    const data = {
      name: 'Dator',
      tags: ['a', 'b|c'],
      equipmentType: 'laptop',
      diskEncryption: true,
      order: { cost: 12.5 },
      network: [{ hostname: 'pc1' }, { macAddress: '02:00:00:00:00:01' }, { hostname: 'pc3' }],
      responsiblePersonId: 'person_1',
    }
    for (const language of ['sv', 'en'] as const) {
      for (const field of [
        'name',
        'tags',
        'equipmentType',
        'diskEncryption',
        'order.cost',
        'network.hostname',
        'responsiblePersonId',
      ]) {
        const { read, write, parse, put, top } = column(field)
        const parsed = parse(write(read(data), world, language), world)
        expect(parsed).toHaveProperty('value')
        const value = 'value' in parsed ? parsed.value : undefined
        expect(put((data as { [top: string]: unknown })[top], value)).toEqual((data as { [top: string]: unknown })[top])
      }
    }
  })

  it('clear one attribute of a group and leave the others', () => {
    const { put } = column('network.hostname')
    expect(put([{ hostname: 'a', vlan: '7' }, { hostname: 'b' }], undefined)).toEqual([{ vlan: '7' }])
    expect(put([{ hostname: 'a' }], undefined)).toBeUndefined()
    expect(column('location.site').put({ site: 'A', room: '1' }, undefined)).toEqual({ room: '1' })
  })

  it('have headings that mean one field each', () => {
    const { meaning } = createHeadingBook(equipment!)
    for (const one of equipment!.columns) {
      expect(meaning(one.label.sv)).toBeDefined()
      expect(meaning(one.field)).toBe(one.field)
    }
    expect(meaning('SERIENR.')).toBe('serialNumber')
    expect(meaning('Namn (2)')).toBe('name')
    expect(meaning('Favoritfärg')).toBeUndefined()
  })

  it('are proposed once each, and as last time when a source is known', () => {
    const file = ['Namn', 'Namn', 'Serienr'].map((heading, at) => ({ position: at + 1, heading, samples: [] }))
    const first = proposeMapping(equipment!, file)
    expect(first.columns.map(({ field }) => field)).toEqual(['name', undefined, 'serialNumber'])
    const saved = { ...first, columns: [{ position: 1, heading: 'Serienr', field: 'model', blank: 'clear' as const }] }
    expect(proposeMapping(equipment!, file, saved).columns[2]).toEqual({ position: 3, field: 'model', blank: 'clear' })
  })
})

describe('the name that was meant', () => {
  const names = ['Vårdcentralen Eken', 'Vårdcentralen Boken', 'Akutmottagningen']
  it.each([
    ['VC Ekne', 'Vårdcentralen Eken'],
    ['Akutmotagningen', 'Akutmottagningen'],
    ['Kök 7', undefined],
  ])('by %j is %j', (text, name) => {
    expect(nearestName(text, names)).toBe(name)
  })
})
