import type { Encoding } from '../../intake/read/encoding.ts'
import type { LineEnd } from '../../intake/read/line-end.ts'

/** One row of a source: its place in the file (line or spreadsheet row, from 1) and its cells by heading, lists as lines. */
export interface SourceRow {
  row: number
  fields: { [heading: string]: string }
  /** What was wrong with the row as it stood in the file. */
  fault?: 'broken-json' | 'broken-quotes' | 'extra-cells'
}

/** How a file was read, for the person who checks the report. */
export interface Reading {
  format: 'csv' | 'jsonl' | 'json'
  encoding: Encoding
  byteOrderMark: boolean
  lineEnd: LineEnd
  delimiter?: string
  headingRow?: number
  /** Headings that stood twice or were empty, with the name given to each. */
  renamed: { column: number; from: string; to: string }[]
  headings: string[]
  rows: SourceRow[]
}
