const separator = ' | '

/** Several values in one cell; a bar within one is marked with a backslash. */
export function joinList(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll(/[\\|]/g, (mark) => `\\${mark}`)).join(separator)
}

/** The values of a cell: between bars or on lines of their own; of codes also between commas and semicolons. Empty ones keep their place. */
export function splitList(cell: string, codes = false): string[] {
  const parts: string[] = ['']
  for (let at = 0; at < cell.length; at++) {
    const character = cell.charAt(at)
    if (character === '\\' && /[\\|]/.test(cell.charAt(at + 1))) parts.push(`${parts.pop()}${cell.charAt(++at)}`)
    else if (character === '|' || character === '\n' || (codes && /[,;]/.test(character))) parts.push('')
    else parts.push(`${parts.pop()}${character}`)
  }
  const trimmed = parts.map((part) => part.trim())
  return trimmed.slice(0, trimmed.findLastIndex((part) => part !== '') + 1)
}
