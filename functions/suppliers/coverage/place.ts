import { decodeCursor, encodeCursor } from '../../register/list/cursor.ts'

const kind = 'coverage'

/** Where a walk stands: the phase, the place in it, the last link looked at of that supplier, and uses of the next that were given. */
export interface Place {
  phase: 'suppliers' | 'unlisted'
  at: string
  link: string
  skip: number
}

/** The beginning of a phase, or of what follows a place in it. */
export function placeAt(phase: Place['phase'], at = ''): Place {
  return { phase, at, link: '', skip: 0 }
}

/** Where a cursor says that the walk goes on; the beginning when there is none. Throws `malformed` for a bad cursor. */
export function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return placeAt('suppliers')
  const { phase, at = '', link = '', skip = '0' } = decodeCursor(cursor, kind)
  return { phase: phase === 'unlisted' ? phase : 'suppliers', at, link, skip: Number(skip) || 0 }
}

/** The cursor of a place. */
export function cursorOf({ phase, at, link, skip }: Place): string {
  return encodeCursor({ k: kind, phase, at, link, skip: String(skip) })
}
