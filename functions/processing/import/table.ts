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
  lineEnd: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none'
  delimiter?: string
  headingRow?: number
  /** Headings that stood twice or were empty, with the name given to each. */
  renamed: { column: number; from: string; to: string }[]
  headings: string[]
  rows: SourceRow[]
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A file that cannot be read as a register at all; `reason` names the sentence. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  readonly reason: 'empty' | 'only-headings' | 'binary' | 'no-rows'
  constructor(reason: 'empty' | 'only-headings' | 'binary' | 'no-rows') {
    super(`the file cannot be read as a register: ${reason}`)
    this.reason = reason
  }
}
