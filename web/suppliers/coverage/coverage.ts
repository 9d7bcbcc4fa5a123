import type { CoverageItem } from '../../../functions/suppliers/coverage/item.ts'
import type { List } from '../../api/record.ts'
import { getJson } from '../../api/request.ts'

export type Use = CoverageItem
export interface Uses {
  items: Use[]
  /** There are more than were read. */
  more: boolean
}

export interface Asked {
  asOf?: string
  supplier?: string
  controller?: string
}

const pageSize = 200
const mostPages = 25

/** Who processes for whom, and under which agreement; at most five thousand uses. @throws Problem 403 for those whom it is not for */
export async function readCoverage(asked: Asked): Promise<Uses> {
  const items: Use[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ ...asked, limit: String(pageSize), ...(cursor ? { cursor } : {}) })
    const answer = await getJson<List<Use>>(`/api/coverage?${query}`)
    items.push(...answer.items)
    cursor = answer.next
    if (!cursor) return { items, more: false }
  }
  return { items, more: true }
}
