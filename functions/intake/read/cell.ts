/**
 * What a cell says: without blanks around it, also those that do not break, and without the apostrophe that keeps a spreadsheet from
 * running it as a formula.
 */
export function cellValue(cell: string): string {
  const text = cell.replaceAll(/^[\s\u00A0\u200B\uFEFF]+|[\s\u00A0\u200B\uFEFF]+$/g, '')
  return /^'+[=+\-@\t\r\n|%]/.test(text) ? text.slice(1) : text
}
