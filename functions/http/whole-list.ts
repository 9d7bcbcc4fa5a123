import { badCursor, decodeCursor, encodeCursor } from '../register/list/cursor.ts'

const kind = 'whole'
const defaultLimit = 50

/** A page of a list that is at hand as a whole. Throws `malformed` for a cursor of another list. */
export function pageOfWhole<T>(
  list: readonly T[],
  { limit = defaultLimit, cursor }: { limit?: number; cursor?: string },
): { items: T[]; next?: string } {
  const start = cursor === undefined ? 0 : Number(decodeCursor(cursor, kind)['at'])
  if (!Number.isSafeInteger(start) || start < 0) throw badCursor()
  const end = start + limit
  return {
    items: list.slice(start, end),
    ...(end < list.length && { next: encodeCursor({ k: kind, at: String(end) }) }),
  }
}
