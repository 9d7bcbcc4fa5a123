import { UnreadableFile } from './unreadable-file.ts'

export const delimiters = [',', ';', '\t', '|'] as const

/** A record of a delimited text: its row as a spreadsheet counts (from 1), its cells, whether its quotes were broken. */
export interface DelimitedRecord {
  row: number
  cells: string[]
  broken?: boolean
}

/** Takes a delimited text in pieces and gives its records as they become whole. */
export interface DelimitedReader {
  push(text: string): DelimitedRecord[]
  end(): DelimitedRecord[]
}

export interface DelimitedLimits {
  /** A quote still open after so many characters is taken for one that is never closed. */
  recordCharacters: number
  columns: number
}

const unlimited: DelimitedLimits = { recordCharacters: Infinity, columns: Infinity }
const repairsMost = 1000
const sniffedCharacters = 200_000

/**
 * Reads records with the given delimiter; line ends may be LF, CRLF or CR, also mixed. A quote that is never closed would
 * swallow the rest of the file, so that line is taken as it stands, without quotes, and reading goes on after it.
 * `push` throws UnreadableFile `too-many-columns` and, for an endless line, `cell-too-long`.
 */
export function createDelimitedReader(delimiter: string, limits: DelimitedLimits = unlimited): DelimitedReader {
  let rest = ''
  let held = ''
  let row = 0
  let repairs = 0

  function take(text: string, last: boolean): DelimitedRecord[] {
    const whole = held + text
    held = !last && whole.endsWith('\r') ? '\r' : ''
    const buffer = rest + withLineFeeds(held ? whole.slice(0, -1) : whole)
    const records: DelimitedRecord[] = []
    let at = 0
    while (at < buffer.length) {
      const record = next(buffer, at, last)
      if (!record) break
      if (record.cells.length > limits.columns)
        throw new UnreadableFile('too-many-columns', { maximum: limits.columns })
      records.push({ row: ++row, cells: record.cells, ...(record.broken && { broken: true }) })
      at = record.after
    }
    rest = buffer.slice(at)
    return records
  }

  function next(buffer: string, at: number, last: boolean) {
    const record =
      repairs < repairsMost ? readRecord(buffer, at, delimiter, last) : readLine(buffer, at, delimiter, last)
    if (record === 'unclosed' || (record === undefined && buffer.length - at > limits.recordCharacters)) {
      repairs++
      const line = readLine(buffer, at, delimiter, last)
      if (!line) throw new UnreadableFile('cell-too-long', { maximum: limits.recordCharacters })
      return line
    }
    return record
  }

  return {
    push: (text) => take(text, false),
    end: () => take('', true),
  }
}

/** All records of a text with the given delimiter; see `createDelimitedReader`. */
export function parseDelimited(text: string, delimiter: string): DelimitedRecord[] {
  const reader = createDelimitedReader(delimiter)
  return [...reader.push(text), ...reader.end()]
}

/** The delimiter that splits most records into the same number of cells, more than one; a comma when none does. */
export function sniffDelimiter(text: string): string {
  const sample = text.slice(0, sniffedCharacters)
  const scored = delimiters.map((delimiter) => ({ delimiter, score: regularity(sample, delimiter) }))
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left))
  return best.score > 0 ? best.delimiter : ','
}

function regularity(sample: string, delimiter: string): number {
  const widths = parseDelimited(sample, delimiter)
    .slice(0, 200)
    .map(({ cells }) => cells.length)
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const scores = [...counts]
    .filter(([width]) => width > 1)
    .map(([width, count]) => (count / widths.length) * Math.log2(width + 1))
  return Math.max(0, ...scores)
}

interface Read {
  cells: string[]
  after: number
  broken?: boolean
}

/** The record that begins there; undefined when its end has not come, `unclosed` when it never will. */
function readRecord(buffer: string, from: number, delimiter: string, last: boolean): Read | 'unclosed' | undefined {
  const cells: string[] = []
  let at = from
  let broken = false
  for (;;) {
    let cell: string
    if (buffer[at] === '"') {
      const quoted = readQuoted(buffer, at + 1, delimiter, last)
      if (!quoted) return last ? 'unclosed' : undefined
      cell = quoted.cell
      at = quoted.after
      broken ||= quoted.broken
    } else {
      const end = cellEnd(buffer, at, delimiter)
      if (end === undefined && !last) return undefined
      cell = buffer.slice(at, end)
      at = end ?? buffer.length
    }
    cells.push(cell)
    if (at >= buffer.length || buffer[at] === '\n') return { cells, after: at + 1, ...(broken && { broken }) }
    at++
  }
}

/** The cell after an opening quote, to the quote that ends it: one that a delimiter, a line end or the text's end follows. */
function readQuoted(buffer: string, from: number, delimiter: string, last: boolean) {
  let broken = false
  let doubled = false
  for (let at = from; ;) {
    const quote = buffer.indexOf('"', at)
    if (quote < 0 || (quote === buffer.length - 1 && !last)) return undefined
    const follows = buffer[quote + 1]
    if (follows === '"') {
      doubled = true
      at = quote + 2
      continue
    }
    if (follows === undefined || follows === delimiter || follows === '\n') {
      const raw = buffer.slice(from, quote)
      return { cell: doubled ? raw.replaceAll('""', '"') : raw, after: quote + 1, broken }
    }
    broken = true
    at = quote + 1
  }
}

function cellEnd(buffer: string, from: number, delimiter: string): number | undefined {
  const code = delimiter.charCodeAt(0)
  for (let at = from; at < buffer.length; at++) {
    const character = buffer.charCodeAt(at)
    if (character === code || character === 10) return at
  }
  return undefined
}

function readLine(buffer: string, from: number, delimiter: string, last: boolean): Read | undefined {
  const end = buffer.indexOf('\n', from)
  if (end < 0 && !last) return undefined
  const line = buffer.slice(from, end < 0 ? buffer.length : end)
  const cells = line.split(delimiter).map((cell) => cell.replaceAll('"', ''))
  return { cells, after: end < 0 ? buffer.length : end + 1, broken: true }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}
