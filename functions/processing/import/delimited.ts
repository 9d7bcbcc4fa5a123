import Papa from 'papaparse'

export const delimiters = [',', ';', '\t', '|'] as const

/** A record of a delimited text: its row as a spreadsheet counts (from 1), its cells, whether its quotes were broken. */
export interface DelimitedRecord {
  row: number
  cells: string[]
  broken?: boolean
}

const repairsMost = 1000
const sniffedCharacters = 200_000

/**
 * Cells of a text with the given delimiter. Line ends must already be `\n`. A quote that is never closed would swallow
 * the rest of the file, so that line is taken as it stands, without quotes, and reading goes on after it.
 */
export function parseDelimited(text: string, delimiter: string): DelimitedRecord[] {
  const records: DelimitedRecord[] = []
  let rest = text
  let line = 1
  for (let repairs = 0; rest !== '' && repairs < repairsMost; repairs++) {
    const part = parseUntilBroken(rest, delimiter, line)
    records.push(...part.records)
    rest = part.rest
    line = part.line
    if (rest === '') break
    const [first, after] = cutLine(rest)
    records.push({ row: 0, cells: first.split(delimiter).map((cell) => cell.replaceAll('"', '')), broken: true })
    rest = after
    line += 1
  }
  return records.map((record, index) => ({ ...record, row: index + 1 }))
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

function parseUntilBroken(text: string, delimiter: string, firstLine: number) {
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false })
  const unclosed = parsed.errors.find((error) => error.code === 'MissingQuotes')
  const broken = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row))
  const whole = unclosed ? parsed.data.slice(0, unclosed.row) : parsed.data
  const records: DelimitedRecord[] = []
  let line = firstLine
  for (const [index, cells] of whole.entries()) {
    records.push({ row: 0, cells, ...(broken.has(index) && { broken: true }) })
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
  }
  return { records, line, rest: unclosed ? afterLines(text, line - firstLine) : '' }
}

function afterLines(text: string, lines: number): string {
  let offset = 0
  for (let index = 0; index < lines; index++) offset = text.indexOf('\n', offset) + 1
  return text.slice(offset)
}

function cutLine(text: string): [string, string] {
  const end = text.indexOf('\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)]
}
