import { RegisterError } from './errors.ts'

/** A cursor is opaque to its holder; it says where a list goes on, and nothing secret. */
export function encodeCursor(position: unknown): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(position))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Throws `malformed` for anything that this product did not hand out. */
export function decodeCursor(cursor: string, kind: string): { [part: string]: string } {
  const position = decoded(cursor)
  const fits = typeof position === 'object' && position !== null && (position as { k?: string }).k === kind
  if (!fits) throw new RegisterError('malformed', 'bad cursor', { reason: 'bad-cursor' })
  return position as { [part: string]: string }
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
