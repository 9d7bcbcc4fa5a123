import { UnreadableFile } from '../read/unreadable-file.ts'
import { dateText, numberText } from './number-text.ts'
import { attribute, createTagReader, type Mark, unescapeXml } from './tags.ts'
import { unpack } from './unpack.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** A filled row of a sheet; cells by their place, '' where there is none. */
export interface SheetRow {
  row: number
  cells: string[]
}

/** The most that a workbook may hold; longer lists come as CSV. */
export const sheetLimits = { rows: 50_000, columns: 500, headingRows: 100, cellCharacters: 100_000 } as const

interface Cell {
  column: number
  type: string
  style: number
  text: string
}

/**
 * The filled rows of a sheet as texts, read piece by piece. Formulas give the value they had when the file was saved.
 * @throws UnreadableFile `too-many-rows`, `too-many-columns`, `cell-too-long`, `broken-workbook` or `workbook-bomb`
 */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow[]> {
  const scanner = createSheetScanner(workbook)
  const reader = createTagReader(scanner.take)
  for await (const piece of unpack(workbook.file, sheet.entry)) {
    reader.push(piece)
    const rows = scanner.rows.splice(0)
    if (rows.length > 0) yield rows
    if (scanner.done()) return
  }
  reader.end()
}

function createSheetScanner(workbook: Workbook) {
  const rows: SheetRow[] = []
  let number = 0
  let filled = 0
  let cells: string[] | undefined
  let cell: Cell | undefined
  let taking = false
  let skipping = false
  let done = false

  function openCell(attributes: string): void {
    const column = columnOf(attribute(attributes, 'r')) ?? (cells?.length ?? 0) + 1
    if (column > sheetLimits.columns) throw new UnreadableFile('too-many-columns', { maximum: sheetLimits.columns })
    cell = {
      column,
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
      text: '',
    }
  }

  function closeCell(): void {
    if (!cell || !cells) return
    while (cells.length < cell.column - 1) cells.push('')
    cells[cell.column - 1] = valueOf(cell, workbook)
    cell = undefined
  }

  function closeRow(): void {
    if (cells?.some((text) => text !== '')) {
      if (++filled > sheetLimits.rows + sheetLimits.headingRows)
        throw new UnreadableFile('too-many-rows', { maximum: sheetLimits.rows })
      rows.push({ row: number, cells })
    }
    cells = undefined
  }

  function open(name: string, attributes: string, closed: boolean): void {
    if (name === 'row') {
      number = Number(attribute(attributes, 'r') ?? number + 1)
      cells = []
      if (closed) closeRow()
    } else if (name === 'c') {
      openCell(attributes)
      if (closed) closeCell()
    } else if (name === 'v' || name === 't') taking = !closed
    else if (name === 'rPh') skipping = !closed
  }

  function close(name: string): void {
    if (name === 'v' || name === 't') taking = false
    else if (name === 'rPh') skipping = false
    else if (name === 'c') closeCell()
    else if (name === 'row') closeRow()
    else if (name === 'sheetData') done = true
  }

  return {
    rows,
    done: () => done,
    take(mark: Mark): void {
      if (done) return
      if (mark.type === 'open') open(mark.name, mark.attributes, mark.closed)
      else if (mark.type === 'close') close(mark.name)
      else if (taking && !skipping && cell) {
        cell.text += unescapeXml(mark.text)
        if (cell.text.length > sheetLimits.cellCharacters)
          throw new UnreadableFile('cell-too-long', { maximum: sheetLimits.cellCharacters })
      }
    },
  }
}

function valueOf({ type, style, text }: Cell, { strings, dateStyles, since1904 }: Workbook): string {
  if (type === 's') return (strings[Number(text)] ?? '').slice(0, sheetLimits.cellCharacters)
  if (type === 'b') return text.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return text.trim().replace(/T00:00:00(\.0+)?Z?$/, '')
  if (type !== 'n') return text
  if (text === '') return ''
  return dateStyles[style] ? dateText(text, since1904) : numberText(text)
}

/** `AB12` -> 28; undefined when the cell does not say where it stands. */
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined
  let column = 0
  for (const character of reference) {
    const code = character.charCodeAt(0) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
    if (column > 1_000_000) break
  }
  return column || undefined
}
