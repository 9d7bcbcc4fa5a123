import { levels, type Counts } from '../components/severity.tsx'
import type { Unit } from '../directory/org-units.ts'
import { nearest } from '../directory/unit-path.ts'
import type { Share } from '../plots/share-bars.tsx'
import type { ActivityRow } from '../register/activity.ts'

/** Findings of all records together, by severity. */
export function sumFindings(rows: readonly ActivityRow[]): Required<Counts> {
  const sum = { K: 0, H: 0, M: 0, L: 0 }
  for (const row of rows) for (const level of levels) sum[level] += row.data.findingCounts?.[level] ?? 0
  return sum
}

/**
 * Share of the records in force whose yearly review is not overdue, for each administration (or board without one),
 * the best first. A record without a date counts as not reviewed.
 */
export function reviewedShares(rows: readonly ActivityRow[], units: readonly Unit[], today: string): Share[] {
  const groups = new Map<string, { all: number; reviewed: number }>()
  for (const row of rows) {
    const unit = nearest(units, row.data.orgUnitId ?? row.orgUnitId, 'administration', 'board', 'company')
    if (!unit) continue
    const group = groups.get(unit.data.name) ?? { all: 0, reviewed: 0 }
    group.all++
    if ((row.data.nextReviewDate ?? '') >= today) group.reviewed++
    groups.set(unit.data.name, group)
  }
  return [...groups]
    .map(([name, { all, reviewed }]) => ({ name, share: reviewed / all }))
    .toSorted((a, b) => b.share - a.share || a.name.localeCompare(b.name, 'sv'))
}

/** Today and the same day so many months earlier, oldest first; the last day of a shorter month. */
export function daysBack(today: string, months: readonly number[]): string[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return months
    .toSorted((a, b) => b - a)
    .map((back) => {
      const last = new Date(Date.UTC(year, month - back, 0)).getUTCDate()
      return new Date(Date.UTC(year, month - 1 - back, Math.min(day, last))).toISOString().slice(0, 10)
    })
}
