import { headingIndex, nameColumns } from './columns.ts'
import { createDelimitedReader, type DelimitedLimits, type DelimitedRecord, sniffDelimiter } from './delimited.ts'
import { createDecoder, createEncodingGuesser, type Encoding, type EncodingGuess, looksMisread } from './encoding.ts'
import { cellValue } from './cell.ts'
import { type LineEnd, lineEndOf } from './line-end.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** How a file was read. */
export interface ReadAs {
  format: 'csv' | 'xlsx'
  encoding: Encoding
  byteOrderMark: boolean
  delimiter: string
  lineEnd: LineEnd
  headingRow: number
  /** Some text looks as if it had been read in the wrong encoding. */
  doubtful?: true
  sheet?: string
  sheets?: string[]
}

/** What somebody who knows better has said. */
export interface ReadWish {
  encoding?: Encoding
  delimiter?: string
  headingRow?: number
  sheet?: string
}

/** A column of a file: its place from 1, what it is called, and some of what stands in it. */
export interface FileColumn {
  position: number
  heading: string
  samples: string[]
}

/** A filled row: its place as a spreadsheet counts, and its cells without the blanks around them. */
export interface FileRow {
  row: number
  cells: string[]
  broken?: boolean
}

export const tableLimits: DelimitedLimits = { recordCharacters: 1_000_000, columns: 500 }

const sampleCharacters = 1_000_000
const samplesShown = 3
const sampleLength = 80

type Source = () => AsyncIterable<Uint8Array>

/**
 * How a delimited file is to be read, and its columns: everything but the rows. Reads it through once.
 * @throws UnreadableFile when there is nothing to read
 */
export async function inspectTable(
  source: Source,
  recognised: (cells: readonly string[]) => number,
  wish: ReadWish = {},
): Promise<{ readAs: ReadAs; columns: FileColumn[] }> {
  const { guess, text } = await beginning(source, wish.encoding)
  if (text.trim() === '') throw new UnreadableFile('empty')
  const declared = /^sep=(.)[\r\n]/i.exec(text)?.[1]
  const delimiter = wish.delimiter ?? declared ?? sniffDelimiter(text.replaceAll(/\r\n?/g, '\n'))
  const reader = createDelimitedReader(delimiter, tableLimits)
  const filled = filledRows([...reader.push(text), ...reader.end()]).filter(({ row }) => !declared || row > 1)
  const wished = wish.headingRow === undefined ? -1 : filled.findIndex(({ row }) => row === wish.headingRow)
  const at = wished >= 0 ? wished : headingIndex(filled, recognised)
  const heading = filled[at]
  if (!heading) throw new UnreadableFile('no-rows')
  const after = filled.slice(at + 1)
  if (after.length === 0) throw new UnreadableFile('only-headings')
  const columns = nameColumns(heading.cells, after).filter(({ empty }) => !empty)
  if (columns.length > tableLimits.columns)
    throw new UnreadableFile('too-many-columns', { maximum: tableLimits.columns })
  return {
    readAs: {
      format: 'csv',
      ...guess,
      delimiter,
      lineEnd: lineEndOf(text),
      headingRow: heading.row,
      ...(looksMisread(text) && { doubtful: true as const }),
    },
    columns: columns.map(({ position, heading: name }) => ({
      position,
      heading: name,
      samples: samplesOf(after, position),
    })),
  }
}

/** The filled rows below the headings, in batches, as the file is read. @throws UnreadableFile at a row that cannot be */
export async function* tableRows(source: Source, readAs: ReadAs): AsyncGenerator<FileRow[]> {
  const decoder = createDecoder(readAs)
  const reader = createDelimitedReader(readAs.delimiter, tableLimits)
  const below = (records: DelimitedRecord[]) => filledRows(records).filter(({ row }) => row > readAs.headingRow)
  for await (const bytes of source()) {
    const rows = below(reader.push(decoder.push(bytes)))
    if (rows.length > 0) yield rows
  }
  const rest = below([...reader.push(decoder.end()), ...reader.end()])
  if (rest.length > 0) yield rest
}

async function beginning(
  source: Source,
  wished: Encoding | undefined,
): Promise<{ guess: EncodingGuess; text: string }> {
  const guesser = createEncodingGuesser()
  const pieces: Uint8Array[] = []
  let held = 0
  for await (const bytes of source()) {
    guesser.push(bytes)
    if (held < sampleCharacters) pieces.push(bytes.slice(0, sampleCharacters - held))
    held += bytes.length
  }
  const guessed = guesser.end()
  const guess = wished && wished !== guessed.encoding ? { encoding: wished, byteOrderMark: false } : guessed
  const decoder = createDecoder(guess)
  const text = pieces.map((bytes) => decoder.push(bytes)).join('')
  return {
    guess,
    text:
      held > sampleCharacters ? text.slice(0, text.search(/[\r\n][^\r\n]*$/) + 1 || undefined) : text + decoder.end(),
  }
}

function filledRows(records: readonly DelimitedRecord[]): FileRow[] {
  return records
    .map((record) => ({ ...record, cells: record.cells.map(cellValue) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function samplesOf(rows: readonly FileRow[], position: number): string[] {
  const found = new Set<string>()
  for (const { cells } of rows) {
    const text = cells[position - 1]
    if (text) found.add(text.slice(0, sampleLength))
    if (found.size === samplesShown) break
  }
  return [...found]
}
