import { RegisterError } from '../errors.ts'

const maxPartBytes = 1024

/** A cursor is opaque to its holder; it says where a list goes on, and nothing secret. `k`: the sort of list. */
export function encodeCursor(position: { [part: string]: string | undefined }): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(position))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The parts of a cursor for lists of this sort (`k`). Throws `malformed` for what no list of that sort can have given. */
export function decodeCursor(cursor: string, sort: string): { [part: string]: string } {
  const position = decoded(cursor)
  const fits = typeof position === 'object' && position !== null && (position as { k?: unknown }).k === sort
  if (!fits || !Object.values(position).every(isPart)) throw badCursor()
  return position as { [part: string]: string }
}

/** The cursor of a list in the common order: the position of the last row read. */
export function positionCursor(at: string): string {
  return encodeCursor({ k: 'at', at })
}

/** What `positionCursor` was given; undefined without a cursor. Throws `malformed`. */
export function cursorPosition(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const at = decodeCursor(cursor, 'at')['at'] as string | undefined
  if (at === undefined) throw badCursor()
  return at
}

/** The answer to a cursor that no list like this one has given. */
export function badCursor(): RegisterError {
  return new RegisterError('malformed', 'bad cursor', { reason: 'bad-cursor' })
}

/** Whether a store can have a sort key like this. */
function isPart(part: unknown): boolean {
  return typeof part === 'string' && part.isWellFormed() && new TextEncoder().encode(part).length <= maxPartBytes
}

function decoded(cursor: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
