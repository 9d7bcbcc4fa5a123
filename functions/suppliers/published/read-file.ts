import { inspectTable, type FileRow, type ReadAs, tableRows } from '../../intake/read/table-file.ts'
import { sheetText } from '../../intake/xlsx/rows-file.ts'
import { sheetTextForm } from '../../intake/xlsx/sheet-text-form.ts'
import { knownHeadings, type PublishedList, readPublishedList } from './list.ts'

/** Rows that are looked at, at most: no published list is longer. */
const mostRows = 2000

/** How the file was read, its headings, and the list in it. */
export interface ReadList extends PublishedList {
  readAs: ReadAs
  headings: { position: number; heading: string }[]
}

/** Reads a CSV or XLSX file as a list of sub-processors. @throws UnreadableFile when there is no table in it */
export async function readListFile(content: Uint8Array): Promise<ReadList> {
  const isWorkbook = content[0] === 0x50 && content[1] === 0x4b
  const bytes = isWorkbook ? await textOfWorkbook(content) : content
  const source = async function* () {
    yield bytes
  }
  const wish = isWorkbook ? { encoding: sheetTextForm.encoding, delimiter: sheetTextForm.delimiter } : {}
  const { readAs, columns } = await inspectTable(source, knownHeadings, wish)
  const rows: FileRow[] = []
  for await (const batch of tableRows(source, readAs)) {
    rows.push(...batch)
    if (rows.length > mostRows) break
  }
  const cells = rows.slice(0, mostRows).map(({ row, cells: all }) => ({
    row,
    cells: columns.map(({ position }) => all[position - 1] ?? ''),
  }))
  const list = readPublishedList(
    columns.map(({ heading }) => heading),
    cells,
  )
  return {
    ...list,
    readAs: isWorkbook ? { ...readAs, format: 'xlsx' } : readAs,
    headings: columns.map(({ position, heading }) => ({ position, heading })),
  }
}

async function textOfWorkbook(content: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await sheetText(content)).text) pieces.push(piece)
  return Buffer.concat(pieces)
}
