const separator = ';'
const byteOrderMark = '\uFEFF'

/** What delimited text is sent as. */
export const delimitedType = 'text/csv; charset=utf-8'

/**
 * Rows as text for Swedish Excel: semicolons, CRLF, and a byte order mark first. A cell that a spreadsheet would take for a formula
 * gets an apostrophe before it, which reading takes away again.
 */
export async function* delimited(
  headings: readonly string[],
  rows: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${delimitedLine(headings)}`
  for await (const batch of rows) yield batch.map(delimitedLine).join('')
}

/** One line of it, with its end. */
export function delimitedLine(cells: readonly string[]): string {
  return `${cells.map(cellText).join(separator)}\r\n`
}

function cellText(value: string): string {
  // Reading takes blanks around a cell away, and could not tell which stood inside the apostrophe.
  const text = value.trim()
  const guarded = startsFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Whether a spreadsheet might run the cell: what begins with `=`, `+`, `-`, `@`, a tab, a line end, `|` or `%`, but no plain number. */
function startsFormula(text: string): boolean {
  return /^'*[=+\-@\t\r\n|%]/.test(text) && !/^-\d+(?:[.,]\d+)?$/.test(text)
}
