import { UnreadableFile } from '../read/unreadable-file.ts'
import { sheetRows } from './sheet-rows.ts'
import { openWorkbook } from './workbook.ts'

/** What a workbook holds, and the rows of one of its sheets as delimited text: every cell quoted, blank rows kept as blank lines. */
export interface SheetText {
  sheet: string
  sheets: string[]
  text: AsyncIterable<Uint8Array>
}

/**
 * The rows of a sheet, the first one unless another is named.
 * @throws UnreadableFile when it is no workbook that can be read, or has no such sheet
 */
export async function sheetText(file: Uint8Array, wished?: string): Promise<SheetText> {
  const book = await openWorkbook(file)
  const sheet = wished === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === wished)
  if (!sheet) throw new UnreadableFile('no-such-sheet')
  return { sheet: sheet.name, sheets: book.sheets.map(({ name }) => name), text: textOf(sheetRows(book, sheet)) }
}

async function* textOf(batches: AsyncIterable<{ row: number; cells: string[] }[]>): AsyncGenerator<Uint8Array> {
  let line = 1
  for await (const rows of batches) {
    let text = ''
    for (const { row, cells } of rows) {
      if (row > line) text += '\n'.repeat(Math.min(row - line, 1_048_576))
      text += `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
      line = Math.max(row, line) + 1
    }
    yield Buffer.from(text)
  }
}
