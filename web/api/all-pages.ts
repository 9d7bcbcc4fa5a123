import type { List } from './record.ts'
import { getJson } from './request.ts'

/** Reads every page of a list whose address has no cursor yet. @throws Problem */
export async function allPages<T>(path: string): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const joint = path.includes('?') ? '&' : '?'
    const page: List<T> = await getJson(cursor ? `${path}${joint}cursor=${encodeURIComponent(cursor)}` : path)
    items.push(...page.items)
    cursor = page.next
  } while (cursor)
  return items
}
