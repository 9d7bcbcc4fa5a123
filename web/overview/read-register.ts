import type { List } from '../api/record.ts'
import { getJson } from '../api/request.ts'
import type { ActivityRow } from '../register/activity.ts'

const pageSize = 200
const mostPages = 10

export interface RegisterRows {
  rows: ActivityRow[]
  /** False when there are more records than the figures are drawn from. */
  isWhole: boolean
}

/** What is in force now under these units, at most 2 000 records. @throws Problem */
export function readRegister(units: readonly string[]): Promise<RegisterRows> {
  return readPages(`state=registered&orgUnit=${units.join()}`)
}

/** How many records were in force under these units at the end of each day. @throws Problem */
export async function countsAt(days: readonly string[], units: readonly string[]): Promise<number[]> {
  const pages = await Promise.all(days.map((day) => readPages(`asOf=${day}&orgUnit=${units.join()}`)))
  return pages.map(({ rows }) => rows.length)
}

async function readPages(filter: string): Promise<RegisterRows> {
  const rows: ActivityRow[] = []
  let next: string | undefined
  let pages = 0
  do {
    const cursor = next ? `&cursor=${encodeURIComponent(next)}` : ''
    const page: List<ActivityRow> = await getJson(`/api/activities?${filter}&limit=${pageSize}${cursor}`)
    rows.push(...page.items)
    next = page.next
    pages++
  } while (next && pages < mostPages)
  return { rows, isWhole: next === undefined }
}
