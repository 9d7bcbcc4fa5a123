export type LineEnd = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none'

/** How the lines of a text end. */
export function lineEndOf(text: string): LineEnd {
  const crlf = text.includes('\r\n')
  const bare = text.replaceAll('\r\n', '')
  const ends: [boolean, LineEnd][] = [
    [crlf, 'crlf'],
    [bare.includes('\n'), 'lf'],
    [bare.includes('\r'), 'cr'],
  ]
  const kinds = ends.filter(([found]) => found).map(([, kind]) => kind)
  if (kinds.length > 1) return 'mixed'
  return kinds[0] ?? 'none'
}
