import type { SourceRow } from './table.ts'

/** Heading under which a line that is no JSON object is kept whole. */
export const brokenHeading = 'text'

/** Rows of JSON Lines; blank lines are skipped, a line that is no object is kept as text and marked. */
export function readJsonLines(text: string): SourceRow[] {
  const rows: SourceRow[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parse(line)
    const row = index + 1
    if (isObject(value)) rows.push({ row, fields: flatten(value) })
    else rows.push({ row, fields: { [brokenHeading]: line }, fault: 'broken-json' })
  }
  return rows
}

/** Rows of one JSON document: an array of objects, or an object whose longest array of objects is the register. */
export function readJsonDocument(text: string): SourceRow[] | undefined {
  const value = parse(text)
  const list = Array.isArray(value) ? value : isObject(value) ? longestList(value) : undefined
  return list?.map((item: unknown, index) =>
    isObject(item)
      ? { row: index + 1, fields: flatten(item) }
      : { row: index + 1, fields: { [brokenHeading]: JSON.stringify(item) }, fault: 'broken-json' as const },
  )
}

function longestList(value: { [key: string]: unknown }): unknown[] | undefined {
  const lists = Object.values(value).filter((entry): entry is unknown[] => Array.isArray(entry) && entry.some(isObject))
  return lists.sort((left, right) => right.length - left.length)[0]
}

/** Nested objects become dotted headings, lists become lines, `null` an empty text. */
function flatten(value: { [key: string]: unknown }, prefix = ''): { [heading: string]: string } {
  const fields: { [heading: string]: string } = {}
  for (const [key, entry] of Object.entries(value)) {
    if (isObject(entry)) Object.assign(fields, flatten(entry, `${prefix}${key}.`))
    else fields[`${prefix}${key}`] = textOf(entry)
  }
  return fields
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n')
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value)
  const parts = Object.entries(flatten(value)).filter(([, text]) => text !== '')
  return parts.map(([key, text]) => `${key}: ${text}`).join(', ')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
