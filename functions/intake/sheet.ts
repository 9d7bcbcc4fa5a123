import { type FileStore, readWhole } from '../files/file-store.ts'
import { places } from './pages.ts'
import { UnreadableFile } from './read/unreadable-file.ts'

/** The largest workbook that is read. */
export const workbookBytes = 40 * 1024 * 1024

/** Which sheet of a workbook is read, and what there are. */
export interface KeptSheet {
  sheet: string
  sheets: string[]
}

/**
 * Keeps a sheet of an import's workbook as delimited text beside the workbook: the first one unless another is named.
 * @throws UnreadableFile when it is no workbook that can be read, or has no such sheet
 */
export async function keepSheet(files: FileStore, id: string, wished?: string): Promise<KeptSheet> {
  const file = await readWhole(files, places.upload(id))
  if (!file || file.length > workbookBytes) throw new UnreadableFile('too-large')
  // Loaded when a workbook comes: most files are text.
  const { sheetText } = await import('./xlsx/rows-file.ts')
  const { sheet, sheets, text } = await sheetText(file, wished)
  await files.put(places.rows(id), text)
  return { sheet, sheets }
}
