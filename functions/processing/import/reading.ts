import { headingIndex, nameColumns } from '../../intake/read/columns.ts'
import { type DelimitedRecord, parseDelimited, sniffDelimiter } from '../../intake/read/delimited.ts'
import { decodeText } from '../../intake/read/encoding.ts'
import { lineEndOf } from '../../intake/read/line-end.ts'
import { UnreadableFile } from '../../intake/read/unreadable-file.ts'
import { recognisedHeadings } from './headings.ts'
import { readJsonDocument, readJsonLines } from './json-rows.ts'
import type { Reading, SourceRow } from './table.ts'

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
  const at = headingIndex(filled, recognisedHeadings)
  const heading = filled[at]
  if (!heading) throw new UnreadableFile('no-rows')
  const after = filled.slice(at + 1)
  const { headings, renamed } = named(heading.cells, after)
  return {
    delimiter,
    headingRow: heading.row,
    headings,
    renamed,
    rows: after.map((record) => toRow(record, headings)),
  }
}

function named(headings: readonly string[], records: readonly DelimitedRecord[]) {
  const columns = nameColumns(headings, records)
  const names = columns.map(({ heading }) => heading)
  return {
    headings: names.filter(Boolean).length > 0 ? names : ['#1'],
    renamed: columns.flatMap(({ position, heading, from }) =>
      from === undefined ? [] : [{ column: position, from, to: heading }],
    ),
  }
}

function toRow(record: DelimitedRecord, headings: readonly string[]): SourceRow {
  const entries = record.cells.map((cell, column): [string, string] => [headings[column] || `#${column + 1}`, cell])
  const fields = Object.fromEntries(entries.filter(([, cell], column) => cell !== '' || headings[column]))
  return { row: record.row, fields, ...(record.broken && { fault: 'broken-quotes' as const }) }
}
