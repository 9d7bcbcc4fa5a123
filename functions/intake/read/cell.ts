/**
 * What a cell says: without blanks around it, also those that do not break, and without the apostrophe that keeps a spreadsheet from
 * running it as a formula.
 */
export function cellValue(cell: string): string {
  const text = /^[\s\u200B]|[\s\u200B]$/.test(cell) ? cell.replaceAll(/^[\s\u200B]+|[\s\u200B]+$/g, '') : cell
  return text.startsWith("'") && /^'+[=+\-@\t\r\n|%]/.test(text) ? text.slice(1) : text
}
