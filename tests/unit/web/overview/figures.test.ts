import { expect, it } from 'vitest'
import type { Unit } from '../../../../web/directory/org-units.ts'
import { daysBack, reviewedShares, sumFindings } from '../../../../web/overview/figures.ts'
import type { ActivityRow } from '../../../../web/register/activity.ts'

const unit = (id: string, kind: string, name: string, parentId?: string): Unit =>
  ({ id, data: { kind, name, parentId } }) as unknown as Unit
const row = (orgUnitId: string, nextReviewDate?: string, findingCounts = {}): ActivityRow =>
  ({ id: orgUnitId, data: { orgUnitId, nextReviewDate, findingCounts } }) as unknown as ActivityRow

const units = [
  unit('board', 'board', 'Hälso- och sjukvårdsnämnden'),
  unit('hospital', 'administration', 'Sjukhusförvaltningen', 'board'),
  unit('heart', 'unit', 'Hjärtmottagningen', 'hospital'),
]

it('adds up findings by severity', () => {
  expect(sumFindings([row('heart', '', { K: 1, M: 2 }), row('heart', '', { M: 1 }), row('heart')])).toEqual({
    K: 1,
    H: 0,
    M: 3,
    L: 0,
  })
})

it('counts a record as reviewed until its next review is overdue, under its administration or board', () => {
  const rows = [
    row('heart', '2027-01-01'),
    row('heart', '2026-11-20'),
    row('board', '2026-11-21'),
    row('heart'),
    row('gone', '2027-01-01'),
  ]
  expect(reviewedShares(rows, units, '2026-11-21')).toEqual([
    { name: 'Hälso- och sjukvårdsnämnden', share: 1 },
    { name: 'Sjukhusförvaltningen', share: 1 / 3 },
  ])
})

it('goes back whole months, to the last day of a shorter one', () => {
  expect(daysBack('2026-05-31', [0, 3, 6])).toEqual(['2025-11-30', '2026-02-28', '2026-05-31'])
  expect(daysBack('2026-01-15', [0, 12])).toEqual(['2025-01-15', '2026-01-15'])
})
