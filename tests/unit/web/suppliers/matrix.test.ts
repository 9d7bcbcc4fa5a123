import { describe, expect, it } from 'vitest'
import { coverageAddress, coverageView } from '../../../../web/suppliers/coverage/coverage-view.ts'
import type { Use } from '../../../../web/suppliers/coverage/coverage.ts'
import type { CoverageStatus } from '../../../../web/suppliers/coverage/gravest.ts'
import { matrixOf } from '../../../../web/suppliers/coverage/matrix.ts'

function use(supplierName: string, controllerOrgUnitId: string | undefined, status: CoverageStatus, id: string): Use {
  return {
    supplierName,
    supplierId: `sup_${supplierName}`,
    usedBy: { kind: 'activity', id, name: id },
    ...(controllerOrgUnitId && { controllerOrgUnitId }),
    status,
    reason: '',
    cause: '',
    findings: [],
  }
}

const uses = [
  use('Örn', 'org_a', 'covered', 'act_1'),
  use('Örn', 'org_a', 'missing', 'act_2'),
  use('Örn', 'org_a', 'expired', 'act_3'),
  use('Alm', 'org_b', 'covered', 'act_4'),
  use('Alm', undefined, 'missing', 'act_5'),
]

describe('coverage as a table', () => {
  const matrix = matrixOf(uses, 'sv')

  it('has the suppliers in the order of the language, controllers with most uses first and the unclear last', () => {
    expect(matrix.rows.map(({ name }) => name)).toEqual(['Alm', 'Örn'])
    expect(matrix.columns).toEqual(['org_a', 'org_b', ''])
  })

  it('says the gravest of a cell, and how many have it', () => {
    const cell = matrix.rows[1]?.cells.get('org_a')
    expect([cell?.status, cell?.bad, cell?.uses.length]).toEqual(['missing', 1, 3])
  })

  it('counts every use once', () => {
    expect(matrix.sums).toEqual({ covered: 2, missing: 2, expired: 1, notYetValid: 0, wrongController: 0 })
  })
})

describe('the address of the coverage page', () => {
  it('holds day, controller, gaps and the chosen cell', () => {
    const view = { day: '2027-01-01', controller: 'org_a', gapsOnly: true, cell: { row: 'Å & Co', column: 'org_b' } }
    const query = Object.fromEntries(new URL(coverageAddress(view), 'http://x').searchParams)
    expect(coverageView(query)).toEqual(view)
  })

  it('leaves out a day that does not exist', () => {
    expect(coverageView({ den: '2027-02-31' })).toEqual({ gapsOnly: false })
  })
})
