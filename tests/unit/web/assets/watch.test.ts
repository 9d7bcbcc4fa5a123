import { describe, expect, it } from 'vitest'
import { assetKinds } from '../../../../functions/assets/asset-kinds.ts'
import { anyAsset } from '../../../../functions/assets/asset-query.ts'
import { watchesOf } from '../../../../web/assets/start/watch.ts'

describe('what the start page looks after', () => {
  it.each(assetKinds.map(({ name }) => name as 'equipment' | 'medicalDevice' | 'application'))(
    'asks for filters that the list has (%s)',
    (kind) => {
      const asked = watchesOf(kind, '2026-11-20', '2027-02-18').flatMap(({ filters }) => Object.keys(filters))
      expect(asked.filter((name) => !(name in anyAsset.filters))).toEqual([])
    },
  )
})
