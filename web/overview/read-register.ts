import type { List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import { dayOf } from '../text/format.ts'
import type { ActivityRow } from '../register/activity.ts'

const pageSize = 200
const mostPages = 10

export interface RegisterNow {
  rows: ActivityRow[]
  /** False when there are more records than the figures are drawn from. */
  isWhole: boolean
  /** The first day in force of each record that is in force. */
  firstDays: string[]
}

/** What is in force now, at most 2 000 records. @throws Problem */
export async function readRegister(): Promise<RegisterNow> {
  const rows: ActivityRow[] = []
  let next: string | undefined
  let pages = 0
  do {
    const cursor = next ? `&cursor=${encodeURIComponent(next)}` : ''
    const page: List<ActivityRow> = await getJson(`/api/activities?state=registered&limit=${pageSize}${cursor}`)
    rows.push(...page.items)
    next = page.next
    pages++
  } while (next && pages < mostPages)
  return { rows, isWhole: next === undefined, firstDays: rows.map(firstDay) }
}

/** The list knows the latest registration; the number carries the year of the first submission. */
function firstDay(row: ActivityRow): string {
  return dayOf(row.data.registeredAt ?? row.updatedAt)
}
