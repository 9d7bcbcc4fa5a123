import { type DelimitedRecord, parseDelimited, sniffDelimiter } from './delimited.ts'
import { decodeText } from './encoding.ts'
import { recognisedHeadings } from './headings.ts'
import { readJsonDocument, readJsonLines } from './json-rows.ts'
import { type Reading, type SourceRow, UnreadableFile } from './table.ts'

const headingSearchRows = 25

/**
 * Reads a published register whose encoding, line ends, delimiter and heading row nobody stated.
 * @throws UnreadableFile when there is nothing to read: empty, binary, or headings alone
 */
export function readRegister(bytes: Uint8Array): Reading {
  const { text: raw, encoding, byteOrderMark } = decodeText(bytes)
  if (raw.trim() === '') throw new UnreadableFile('empty')
  const lineEnd = lineEndOf(raw)
  const text = raw.replaceAll(/\r\n?/g, '\n')
  const base = { encoding, byteOrderMark, lineEnd, renamed: [] }
  const json = /^\s*[[{]/.test(text) ? readJson(text) : undefined
  if (json) return withRows({ ...base, format: json.format, headings: headingsOf(json.rows), rows: json.rows })
  return withRows({ ...base, format: 'csv', ...readTable(text) })
}

function withRows(reading: Reading): Reading {
  if (reading.rows.length === 0) throw new UnreadableFile(reading.headings.length > 0 ? 'only-headings' : 'no-rows')
  return reading
}

function readJson(text: string): { format: 'json' | 'jsonl'; rows: SourceRow[] } | undefined {
  const lines = readJsonLines(text)
  if (lines.some((row) => !row.fault) && lines.filter((row) => row.fault).length <= lines.length / 2) {
    const document = lines.length === 1 ? readJsonDocument(text) : undefined
    return document ? { format: 'json', rows: document } : { format: 'jsonl', rows: lines }
  }
  const document = readJsonDocument(text)
  return document && { format: 'json', rows: document }
}

function headingsOf(rows: readonly SourceRow[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.fields)))]
}

function readTable(text: string) {
  const declared = /^sep=(.)\n/i.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  const delimiter = declared?.[1] ?? sniffDelimiter(body)
  const records = parseDelimited(body, delimiter).map((record) => ({
    ...record,
    row: record.row + (declared ? 1 : 0),
    cells: record.cells.map((cell) => cell.trim()),
  }))
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const at = headingIndex(filled)
  const heading = filled[at]
  if (!heading) throw new UnreadableFile('no-rows')
  const after = filled.slice(at + 1)
  const { headings, renamed } = nameColumns(heading.cells, after)
  return {
    delimiter,
    headingRow: heading.row,
    headings,
    renamed,
    rows: after.map((record) => toRow(record, headings)),
  }
}

/** The row with most headings that are known; when none is, the widest of the first rows, the first of equals. */
function headingIndex(records: readonly DelimitedRecord[]): number {
  let best = { index: 0, score: -1 }
  for (const [index, { cells }] of records.slice(0, headingSearchRows).entries()) {
    const distinct = new Set(cells.filter((cell) => cell !== '' && cell.length < 200)).size
    const score = recognisedHeadings(cells) * 1000 + distinct
    if (score > best.score) best = { index, score }
  }
  return best.index
}

function nameColumns(cells: readonly string[], records: readonly DelimitedRecord[]) {
  const width = Math.max(cells.length, ...records.slice(0, 10_000).map((record) => record.cells.length))
  const used = new Set<string>()
  const headings: string[] = []
  const renamed: Reading['renamed'] = []
  for (let column = 0; column < width; column++) {
    const from = (cells[column] ?? '').replaceAll(/\s+/g, ' ')
    const empty = from === '' && !records.some((record) => record.cells[column])
    const to = empty ? '' : unused(from === '' ? `#${column + 1}` : from, used)
    if (!empty && to !== from) renamed.push({ column: column + 1, from, to })
    headings.push(to)
  }
  return { headings: headings.filter(Boolean).length > 0 ? headings : ['#1'], renamed }
}

function unused(name: string, used: Set<string>): string {
  let candidate = name
  for (let copy = 2; used.has(candidate); copy++) candidate = `${name} (${copy})`
  used.add(candidate)
  return candidate
}

function toRow(record: DelimitedRecord, headings: readonly string[]): SourceRow {
  const entries = record.cells.map((cell, column): [string, string] => [headings[column] || `#${column + 1}`, cell])
  const fields = Object.fromEntries(entries.filter(([, cell], column) => cell !== '' || headings[column]))
  return { row: record.row, fields, ...(record.broken && { fault: 'broken-quotes' as const }) }
}

function lineEndOf(text: string): Reading['lineEnd'] {
  const crlf = text.includes('\r\n')
  const bare = text.replaceAll('\r\n', '')
  const ends: [boolean, 'crlf' | 'lf' | 'cr'][] = [
    [crlf, 'crlf'],
    [bare.includes('\n'), 'lf'],
    [bare.includes('\r'), 'cr'],
  ]
  const kinds = ends.filter(([found]) => found).map(([, kind]) => kind)
  if (kinds.length > 1) return 'mixed'
  return kinds[0] ?? 'none'
}
