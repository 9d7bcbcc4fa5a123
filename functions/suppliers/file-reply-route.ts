import { bytesOf } from '../export/bytes.ts'
import { delimited, delimitedType } from '../export/delimited.ts'
import { workbook, workbookType } from '../export/workbook.ts'
import { attachment } from '../files/attachment.ts'
import type { Deps } from '../http/deps.ts'
import type { Reply } from '../http/route.ts'
import type { ItemTable } from './table.ts'

/** What a list may be had as. */
export const formats = ['csv', 'xlsx', 'json'] as const

type Pages<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>

const linkSeconds = 300

/** A list as a file, made while it is sent; from the bucket where files are kept in one. */
export async function fileReply<T>(
  { files, newId, now }: Pick<Deps, 'files' | 'newId' | 'now'>,
  table: ItemTable<T>,
  pages: Pages<T>,
  format: (typeof formats)[number],
): Promise<Reply> {
  const name = `${table.name}-${now().slice(0, 10)}.${format}`
  const { type, content } = contentOf(table, pages, format)
  if (!files.downloadLink) {
    const headers = { 'Content-Type': type, 'Content-Disposition': attachment(name), 'Cache-Control': 'no-store' }
    return { headers, content }
  }
  const path = `exports/${newId('exp')}.${format}`
  await files.put(path, content)
  const address = await files.downloadLink(path, { seconds: linkSeconds, fileName: name, type })
  return { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } }
}

function contentOf<T>(table: ItemTable<T>, pages: Pages<T>, format: (typeof formats)[number]) {
  if (format === 'json') return { type: 'application/json', content: bytesOf(jsonOf(pages)) }
  const rows = rowsOf(table, pages)
  if (format === 'csv') return { type: delimitedType, content: bytesOf(delimited(table.headings, rows)) }
  return { type: workbookType, content: workbook(table.name, table.headings, rows) }
}

async function* rowsOf<T>(table: ItemTable<T>, pages: Pages<T>): AsyncGenerator<string[][]> {
  for await (const items of pages) yield items.map((item) => table.row(item))
}

async function* jsonOf<T>(pages: Pages<T>): AsyncGenerator<string> {
  let before = '['
  for await (const items of pages) {
    if (items.length === 0) continue
    yield before + items.map((item) => JSON.stringify(item)).join(',\n')
    before = ',\n'
  }
  yield before === '[' ? '[]' : ']'
}
