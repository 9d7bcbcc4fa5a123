import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { assetKinds } from '../../../functions/assets/asset-kinds.ts'
import { hasGs1CheckDigit } from '../../../functions/assets/identifier/check-digit.ts'
import { createChance } from '../../../functions/demo/assets/chance.ts'
import { generateAsset } from '../../../functions/demo/assets/generate.ts'
import type { Kind } from '../../../functions/register/kind.ts'

const world = { units: ['org_1', 'org_2'], people: ['per_1', 'per_2'], today: '2026-11-22' }
const context = { now: '2026-11-22T12:00:00Z', today: world.today }
const some = Array.from({ length: 4000 }, (_, index) => generateAsset(index, world))
const kindOf = (name: string) => assetKinds.find((kind) => kind.name === name) as unknown as Kind<object>

describe('generated assets', () => {
  it('are what their kinds take', () => {
    for (const { kind: name, id, data, state } of some) {
      const kind = kindOf(name)
      expect(z.safeParse(kind.schema, data).error?.issues).toBeUndefined()
      expect(kind.check?.(data, context, { id, actor: {} as never })).toEqual([])
      expect(kind.states).toContain(state)
      expect(id).toMatch(new RegExp(`^${kind.prefix}_[0-9A-Za-z]{1,40}$`))
    }
  })

  it('are the same each time, and each another', () => {
    expect(some.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => generateAsset(index, world)))
    expect(new Set(some.map(({ id }) => id)).size).toBe(some.length)
    const keys = some.flatMap(({ kind, data, state }) =>
      kindOf(kind)
        .unique({ state, data } as never)
        .map(({ scope, value }) => `${scope} ${value}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are mixed as in a region: most are equipment, some are out of order', () => {
    const share = (is: (one: (typeof some)[number]) => boolean) => some.filter(is).length / some.length
    expect(share(({ kind }) => kind === 'equipment')).toBeGreaterThan(0.7)
    expect(share(({ kind }) => kind === 'medicalDevice')).toBeGreaterThan(0.15)
    expect(share(({ kind }) => kind === 'application')).toBeCloseTo(1 / 400, 4)
    expect(share(({ data }) => !data.responsiblePersonId)).toBeGreaterThan(0.02)
    expect(share(({ state }) => state === 'missing')).toBeGreaterThan(0)
  })
})

describe('chance', () => {
  it('gives valid GTINs, MAC addresses and all values of a list', () => {
    const chance = createChance(7)
    for (let count = 0; count < 50; count++) expect(hasGs1CheckDigit(chance.gtin())).toBe(true)
    expect(chance.mac()).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/)
    expect(new Set(Array.from({ length: 200 }, () => chance.oneOf([1, 2, 3])))).toEqual(new Set([1, 2, 3]))
    expect(Array.from({ length: 200 }, () => chance.oneOf(['a', 'b'], [1, 0]))).not.toContain('b')
  })
})
